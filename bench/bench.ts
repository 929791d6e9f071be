/** What a bench gets: its data folder, or null where none was named and the usual one is not there. */
export type BenchOptions = { readonly data: string | null }

/** One figure as printed: beside its target where `targets.json` has one under `BENCH.name`. */
export type BenchFigure = { readonly name: string; readonly value: number; readonly unit: string }

/** `needs` is a sentence: what the bench lacks on this machine and where to get it. */
export type BenchResult =
  | { readonly ok: true; readonly figures: readonly BenchFigure[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly needs: string }

/** A file `bench/NAME.ts` exports `bench`, run by `npm run bench -- NAME`. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>
