/** Lets a browser test send DevTools commands: `executeServerCommand('cdp', [[method, params], …])`. */
export function cdpPlugin() {
  const sessions = new Map();
  return {
    name: 'cdp',
    async executeCommand({command, payload, session}) {
      if (command !== 'cdp') return undefined;
      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const results = [];
      for (const [method, params] of payload) results.push(await sessions.get(page).send(method, params));
      return results;
    },
  };
}
