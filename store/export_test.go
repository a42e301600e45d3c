package store

// Database makes a new database of a PostgreSQL server, for tests outside.
var Database = database
