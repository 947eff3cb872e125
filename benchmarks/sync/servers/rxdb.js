/**
 * The server of RxDB's tutorial on HTTP replication, on SQLite: push tells conflicts, pull pages by (updatedAt, id).
 * Source: https://rxdb.info/replication-http.html. Its stream only tells a device to pull, which the driver does here.
 */

import { DatabaseSync } from "node:sqlite";
import express from "express";

const [port, file] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE document (id TEXT PRIMARY KEY, updated_at REAL NOT NULL, body TEXT NOT NULL);
  CREATE INDEX document_page ON document (updated_at, id);
`);
const find = database.prepare("SELECT body FROM document WHERE id = ?");
const store = database.prepare("INSERT OR REPLACE INTO document VALUES (?, ?, ?)");
const page = database.prepare(`
  SELECT body FROM document WHERE (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?
`);

const app = express();
app.use(express.json({ limit: "20mb" }));

app.post("/push", (request, response) => {
  database.exec("BEGIN IMMEDIATE");
  const conflicts = request.body.map(takeIn).filter(Boolean);
  database.exec("COMMIT");
  response.json(conflicts);
});

app.get("/pull", (request, response) => {
  const { id, updatedAt, batchSize } = request.query;
  const rows = page.all(Number(updatedAt), id, Number(batchSize));
  const documents = rows.map((row) => JSON.parse(row.body));
  const last = documents.at(-1);
  const checkpoint = last
    ? { id: last.id, updatedAt: last.updatedAt }
    : { id, updatedAt: Number(updatedAt) };
  response.json({ documents, checkpoint });
});

app.listen(Number(port), "127.0.0.1");

/** Store a row, or return the state that it conflicts with. */
function takeIn({ newDocumentState, assumedMasterState }) {
  const row = find.get(newDocumentState.id);
  const real = row && JSON.parse(row.body);
  if (real && real.updatedAt !== assumedMasterState?.updatedAt) return real;
  const { id, updatedAt } = newDocumentState;
  store.run(id, updatedAt, JSON.stringify(newDocumentState));
  return null;
}
