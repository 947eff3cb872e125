/** A device of the bare endpoint: it sends rows, fetches rows, and knows nothing else. */

const PAGE = 500;

/** Open a device with an empty store in memory. */
export async function openDevice(address, name) {
  const rows = new Map();
  let unsent = [];
  let cursor = 0;

  async function push() {
    while (unsent.length > 0) {
      await ask(`${address}/rows`, unsent.slice(0, PAGE));
      unsent = unsent.slice(PAGE);
    }
  }

  async function pull() {
    let page;
    do {
      page = await ask(`${address}/rows?after=${cursor}&limit=${PAGE}`);
      for (const row of page) rows.set(row.id, row);
      cursor = page.at(-1)?.seq ?? cursor;
    } while (page.length === PAGE);
  }

  return {
    name,
    write: async (notes) => void unsent.push(...notes),
    push,
    pull,
    sync: pull,
    read: async (id) => rows.get(id)?.fields,
  };
}

async function ask(url, body) {
  const post = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, body && post);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
