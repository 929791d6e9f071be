/** A record's id: a ULID, 26 characters of Crockford's base 32, in the order in which records were made. */
export type Id = string
