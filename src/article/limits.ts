/** The largest input that is read, in bytes: the largest of 225 real article pages measured is 3 MB. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024
