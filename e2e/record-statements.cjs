// Loaded before the server by the tests of budgets: writes every SQL statement that runs to a file.
const { appendFileSync } = require('node:fs');
const Database = require('better-sqlite3');

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
