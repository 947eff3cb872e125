"""The reference of lists and search: the same records, all read, all drawn, all scanned."""

DATABASE = """
  const database = await new Promise((found) => {
    const opening = indexedDB.open("earshot");
    opening.onsuccess = () => found(opening.result);
  });
  const readAll = (kind) => new Promise((found) => {
    const asking = database.transaction(kind).objectStore(kind).getAll();
    asking.onsuccess = () => found(asking.result);
  });
  const draw = (texts) => {
    const list = document.createElement("ul");
    for (const text of texts) {
      const row = document.createElement("li");
      row.textContent = text;
      list.append(row);
    }
    document.body.replaceChildren(list);
  };
  const seen = () => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)));
"""

# Reads all people, sorts them by name and draws a row for each.
OPEN_PLAIN = f"""
async () => {{
  {DATABASE}
  document.body.replaceChildren();
  await seen();
  const start = performance.now();
  const people = await readAll("person");
  draw(people.map(({{ body }}) => `${{body.name}} ${{body.role}}`).sort());
  await seen();
  database.close();
  return performance.now() - start;
}}
"""

READ_PLAIN = f"""
async () => {{
  {DATABASE}
  const records = [...await readAll("person"), ...await readAll("conversation")];
  window.texts = records.map(({{ body }}) => Object.values(body).join(" ").toLowerCase());
  Object.assign(window, {{ draw, seen }});
  database.close();
}}
"""

# Looks through every text for every word, and draws a screen of what it found.
SCAN_PLAIN = """
async (typed) => {
  const start = performance.now();
  const words = typed.split(" ");
  draw(texts.filter((text) => words.every((word) => text.includes(word))).slice(0, 20));
  await seen();
  return performance.now() - start;
}
"""
