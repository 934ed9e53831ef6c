/** Lets the page do what is waiting, in long work on its own thread. Unlike timers it is not slowed down in hidden pages. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
