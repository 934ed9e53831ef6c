/** DevTools sessions that tell CPU time: `page` of the page, `browser` of the browser. */
export async function openClocks(browser, page) {
  const cdp = {page: await page.context().newCDPSession(page), browser: await browser.newBrowserCDPSession()};
  await cdp.page.send('Performance.enable', {timeDomain: 'threadTicks'});
  return cdp;
}

/** CPU time in ms: of the page's main thread, and of all processes of the browser. */
export async function clocks({page, browser}) {
  const {metrics} = await page.send('Performance.getMetrics');
  const {processInfo} = await browser.send('SystemInfo.getProcessInfo');
  return {
    main: metrics.find(({name}) => name === 'TaskDuration').value * 1000,
    all: processInfo.reduce((sum, {cpuTime}) => sum + cpuTime, 0) * 1000,
  };
}
