import type { en } from './en.ts'

/** The same words in one language, as English has them. */
export type Messages = Widened<typeof en>

/** Literal strings widened to `string`, so that another language can say it in its own words. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> }
