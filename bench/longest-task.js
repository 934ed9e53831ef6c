const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The longest task of the page during an act and what it sets off: messages go round as fast as they can, and the longest
 * gap between two is the longest task. They keep a core busy, so time is measured in another run.
 */
export async function longestTask(act, after = () => pause(20)) {
  const {port1, port2} = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  port2.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port1.postMessage(0);
  };
  port1.postMessage(0);
  await pause(100);
  longest = 0;
  await act();
  await after();
  isOver = true;
  return longest;
}
