// Loaded before the server by the tests of budgets: writes every SQL statement that runs to a file.
const { appendFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

// The release has a driver of its own; what starts the release asks nothing.
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
