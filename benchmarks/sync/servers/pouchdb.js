/** A CouchDB-like server from parts: express-pouchdb over PouchDB, which keeps its data in LevelDB. */

import expressPouchdb from "express-pouchdb";
import PouchDB from "pouchdb-node";

const [port, folder] = process.argv.slice(2);
const Stored = PouchDB.defaults({ prefix: `${folder}/` });
expressPouchdb(Stored, { mode: "minimumForPouchDB" }).listen(Number(port), "127.0.0.1");
