/** Finds what the ledger says of a capture. A body that was altered and is no JSON any more must not stop it. */
export const LEDGER_OF_CAPTURES = `
create index ledger_of_captures on ledger (case when json_valid(body) then json_extract(body, '$.capture') end)
  where kind = 'capture';
`
