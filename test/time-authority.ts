import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { der, TAG, unsigned } from '../src/stamp/der.ts'
import { readStamp } from '../src/stamp/read-stamp.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An authority for time stamps, made with OpenSSL in a folder of its own. */
export type Authority = {
  readonly folder: string
  /** Its root's certificate as a file of PEM holds it. */
  readonly root: string
  /** Whether OpenSSL would not work with its certificate. */
  readonly isOdd: boolean
}

export type MadeAuthority = {
  readonly key?: 'rsa' | 'ec' | 'pss'
  /** What its certificate is for, as OpenSSL names it. */
  readonly purpose?: string
  /** How long its certificate is valid from now on; negative where it has run out. */
  readonly days?: number
  /** Whether its answers hold its certificates. */
  readonly withCertificates?: boolean
}

const KEYS = {
  rsa: ['-algorithm', 'RSA'],
  ec: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  pss: ['-algorithm', 'RSA-PSS'],
} as const

function configuration(purpose: string, withCertificates: boolean): string {
  return `
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[clock]
extendedKeyUsage = critical, ${purpose}
[stamps]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
ess_cert_id_alg = sha256
accuracy = secs:1
${withCertificates ? 'certs = root.pem' : ''}
`
}

function run(folder: string, args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
}

/** Makes an authority: its root, and a certificate for time stamps that the root has issued. */
export function madeAuthority({
  key = 'rsa',
  purpose = 'timeStamping',
  days = 365,
  withCertificates = true,
}: MadeAuthority = {}): Authority {
  const folder = temporaryFolder()
  const openssl = (...args: readonly string[]) => run(folder, args)
  writeFileSync(join(folder, 'authority.cnf'), configuration(purpose, withCertificates))
  writeFileSync(join(folder, 'serial'), '01\n')
  for (const name of ['root', 'clock']) openssl('genpkey', ...KEYS[key], '-out', `${name}.key`)
  const subject = (name: string) => [
    '-new',
    '-key',
    `${name}.key`,
    '-subj',
    `/CN=Test ${name[0]?.toUpperCase()}${name.slice(1)}`,
  ]
  openssl(
    'req',
    '-x509',
    ...subject('root'),
    '-days',
    '3650',
    '-config',
    'authority.cnf',
    '-extensions',
    'root',
    '-out',
    'root.pem',
  )
  openssl('req', ...subject('clock'), '-config', 'authority.cnf', '-out', 'clock.csr')
  const validity = ['-days', String(days)]
  openssl(
    'x509',
    '-req',
    '-in',
    'clock.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-set_serial',
    '2',
    ...validity,
    '-extfile',
    'authority.cnf',
    '-extensions',
    'clock',
    '-out',
    'clock.pem',
  )
  return {
    folder,
    root: readFileSync(join(folder, 'root.pem'), 'utf8'),
    isOdd: key === 'pss' || purpose !== 'timeStamping',
  }
}

/** What the authority answers to a request. */
export function answerTo({ folder, isOdd }: Authority, request: Uint8Array): Buffer {
  if (isOdd) return oddAnswer(folder, request)
  writeFileSync(join(folder, 'request.tsq'), request)
  const files = ['-queryfile', 'request.tsq', '-signer', 'clock.pem', '-inkey', 'clock.key', '-out', 'answer.tsr']
  run(folder, ['ts', '-reply', '-config', 'authority.cnf', '-section', 'stamps', ...files])
  return readFileSync(join(folder, 'answer.tsr'))
}

/** OpenSSL's own authority refuses odd certificates and signatures: theirs goes around what an honest one has stamped. */
function oddAnswer(folder: string, request: Uint8Array): Buffer {
  writeFileSync(join(folder, 'info.der'), readStamp(answerTo(madeAuthority(), request)).info)
  const content = ['-in', 'info.der', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-cades']
  const signer = ['-signer', 'clock.pem', '-inkey', 'clock.key', '-certfile', 'root.pem', '-md', 'sha256']
  run(folder, ['cms', '-sign', ...content, ...signer, '-outform', 'DER', '-out', 'token.der'])
  const granted = der(TAG.sequence, unsigned(Buffer.of(0)))
  return der(TAG.sequence, granted, readFileSync(join(folder, 'token.der')))
}
