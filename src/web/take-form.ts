import { TOKEN_FIELD } from '../view/add-box.ts'
import { FORM_LIMITS } from './form-limits.ts'
import { FormError, type FormPart, formBoundary, formParts, type SavePart } from './multipart.ts'

/** Whether a form was taken, or why not. */
export type FormOutcome = { readonly ok: true } | { readonly ok: false; readonly status: 400 | 403 | 413 }

/** What is needed to take a form in. */
export type FormOptions = {
  /** Whether the token, which has to be the first field, belongs to who sends the form. */
  readonly isValidToken: (token: string) => boolean
  /** Called for each field behind the token, one after another. */
  readonly take: (part: FormPart) => Promise<void>
  /** Saves fields behind the token that are too large to be held; without it, none are. */
  readonly save?: SavePart
}

/**
 * Reads a form and hands on each field as it comes, so that never more than one is held.
 *
 * Nothing is handed on before the token has been seen. A form that breaks off has handed on what came before that.
 */
export async function takeForm(request: Request, { isValidToken, take, save }: FormOptions): Promise<FormOutcome> {
  const boundary = formBoundary(request.headers.get('Content-Type') ?? undefined)
  if (boundary === null || request.body === null) return { ok: false, status: 400 }
  let isTrusted = false
  const saveTrusted: SavePart = async (headers, bytes) => (isTrusted && save ? save(headers, bytes) : null)
  try {
    for await (const part of formParts(request.body, { boundary, limits: FORM_LIMITS, save: saveTrusted })) {
      if (isTrusted) await take(part)
      else if (part.name === TOKEN_FIELD && isValidToken(Buffer.from(part.bytes).toString('latin1'))) isTrusted = true
      else return { ok: false, status: 403 }
    }
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return { ok: false, status: error.reason === 'malformed' ? 400 : 413 }
  }
  return isTrusted ? { ok: true } : { ok: false, status: 403 }
}
