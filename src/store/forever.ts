/** A record time after every other: whatever was recorded, the clock set back or not, stands by then. */
export const FOREVER = '9999-12-31T23:59:59.999Z'
