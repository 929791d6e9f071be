import type { AddInput, AddOutcome, Input } from '../record/input.ts'
import { TOKEN_FIELD } from '../view/add-box.ts'
import type { Messages } from '../view/messages/messages.ts'
import { FORM_LIMITS, inputsOf } from './form-inputs.ts'
import { FormError, type FormPart, formBoundary, formParts } from './multipart.ts'

/** What became of a form: the outcome of each input, or why the form was not taken. */
export type FormOutcome =
  | { readonly ok: true; readonly outcomes: readonly AddOutcome[] }
  | { readonly ok: false; readonly status: 400 | 403 | 413 }

/** What is needed to take a form in. */
export type FormOptions = {
  readonly add: AddInput
  /** Whether the token, which has to be the first field, belongs to who sends the form. */
  readonly isValidToken: (token: string) => boolean
  readonly messages: Messages
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
}

/** Adds inputs one after another; an error of ours costs its input, not those behind it. */
export async function addAll(
  inputs: readonly Input[],
  { add, messages, report }: Pick<FormOptions, 'add' | 'messages' | 'report'>,
): Promise<readonly AddOutcome[]> {
  const outcomes: AddOutcome[] = []
  for (const input of inputs)
    try {
      outcomes.push(await add(input))
    } catch (error) {
      report(error)
      outcomes.push({ state: 'failed', input: input.name, fault: { code: 'crashed', sentence: messages.crashed } })
    }
  return outcomes
}

async function addPart(part: FormPart, options: FormOptions): Promise<readonly AddOutcome[]> {
  const outcomes: AddOutcome[] = []
  for (const taken of inputsOf(part, options.messages))
    outcomes.push(...('outcome' in taken ? [taken.outcome] : await addAll([taken.input], options)))
  return outcomes
}

/**
 * Reads a form and adds each input as it comes, so that never more than one is held.
 *
 * Nothing is added before the token has been seen. A form that breaks off has added what came before that.
 */
export async function takeForm(request: Request, options: FormOptions): Promise<FormOutcome> {
  const boundary = formBoundary(request.headers.get('Content-Type') ?? undefined)
  if (boundary === null || request.body === null) return { ok: false, status: 400 }
  const outcomes: AddOutcome[] = []
  let isTrusted = false
  try {
    for await (const part of formParts(request.body, { boundary, limits: FORM_LIMITS })) {
      if (isTrusted) outcomes.push(...(await addPart(part, options)))
      else if (part.name === TOKEN_FIELD && options.isValidToken(Buffer.from(part.bytes).toString('latin1')))
        isTrusted = true
      else return { ok: false, status: 403 }
    }
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return { ok: false, status: error.reason === 'malformed' ? 400 : 413 }
  }
  return isTrusted ? { ok: true, outcomes } : { ok: false, status: 403 }
}
