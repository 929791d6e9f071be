import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { FormLimits } from './multipart.ts'

/** Ten thousand articles of usual size: what a folder of coverage holds, and an end to what a form can keep us busy with. */
export const FORM_LIMITS: FormLimits = { part: MAX_INPUT_BYTES, body: 4 * 1024 ** 3, parts: 10_000 }
