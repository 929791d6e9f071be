/** The path of an outlet's page, by its name; null for names that a path cannot hold, since they mean a step in it. */
export function outletPath(outlet: string): string | null {
  return /^\.{1,2}$/.test(outlet) ? null : `/outlets/${encodeURIComponent(outlet.toWellFormed())}`
}
