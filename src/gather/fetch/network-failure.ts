import { FetchFailure, lasting, passing } from '../../http/fetch-failure.ts'

const SAVE = 'open it in a browser, save the page, and add that'

/** Errors of names and connections that a person can understand. */
const CONNECTION_FAILURES: Readonly<Record<string, FetchFailure>> = {
  // Also what a machine that is offline is told of every name.
  ENOTFOUND: passing('not-found', 'no site of this name was found; check the address, and that this machine is online'),
  EAI_AGAIN: passing(
    'not-reached',
    'the name of the site could not be looked up; check that this machine is online, or try again later',
  ),
  ECONNREFUSED: passing('not-reached', 'nothing answers at this address; check it, or try again later'),
  ECONNRESET: passing('not-reached', 'the server broke the connection off; try again later'),
  EPIPE: passing('not-reached', 'the server broke the connection off; try again later'),
  EHOSTUNREACH: passing('not-reached', 'there is no way to this server from here now; try again later'),
  ENETUNREACH: passing(
    'not-reached',
    'there is no way to this server from here now; check that this machine is online',
  ),
  ETIMEDOUT: passing('not-reached', 'the server does not answer; try again later'),
  ERR_SSL_WRONG_VERSION_NUMBER: lasting(
    'not-reached',
    'what answers there does not speak https; write the address with http:// if it is meant so',
  ),
}

/** What is wrong with a certificate, in words. */
const CERTIFICATE_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet; check the clock of this machine too',
  CERT_REVOKED: 'was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another site',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by nobody but itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'is signed by an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an authority that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'came without those of the authorities that signed it',
}

/**
 * Says of a system's error in connecting, sending or receiving what a person can do.
 *
 * @throws the error itself where it is none of the system's, but ours
 */
export function networkFailure(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error
  const { code } = error as NodeJS.ErrnoException
  if (typeof code !== 'string') throw error
  const known = CONNECTION_FAILURES[code]
  if (known !== undefined) return known
  const certificate = CERTIFICATE_WORDS[code]
  if (certificate !== undefined)
    return lasting(
      'not-reached',
      `the site cannot prove that it is the one: its certificate ${certificate}; ${SAVE} if you trust it`,
    )
  if (/SSL|TLS|CERT|EPROTO/.test(code))
    return lasting('not-reached', `no safe connection to the site came about (${code}); ${SAVE}`)
  return passing('not-reached', `the site could not be reached (error ${code}); try again later`)
}
