// Loaded before the server by the budget tests: writes every SQL statement that runs to a file.
const { appendFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

// The release has its own driver; the process that starts the release runs no statements.
const release = process.env.BROADSIDE_RELEASE;
if (release) record(createRequire(join(release, 'package.json'))('better-sqlite3'));

function record(Database) {
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function recorded(sql) {
    const statement = prepare.call(this, sql);
    for (const method of ['run', 'get', 'all', 'iterate']) {
      const original = statement[method].bind(statement);
      statement[method] = (...values) => {
        appendFileSync(process.env.STATEMENTS_FILE, `${JSON.stringify(sql)}\n`);
        return original(...values);
      };
    }
    return statement;
  };
}
