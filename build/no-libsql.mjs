/** Stands in for the stock SQLite driver, which Kontor never uses. */
export function createClient() {
  throw new Error('Kontor runs SQLite on node:sqlite');
}
