/** One mail to one person. */
export type Mail = {
  /** The address alone. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for programs that show HTML; null for a mail of plain text. */
  readonly html: string | null
  /** Further headers, by their names. */
  readonly headers: Readonly<Record<string, string>>
}

/** Sends mails. `mail/` implements it: over SMTP, or as files where no server is set. */
export interface Mailer {
  /** Whether mails leave this machine; else they are files in the data folder. */
  readonly isSent: boolean
  /** @throws ExpectedError with a sentence where the mail was not taken */
  send(mail: Mail): Promise<void>
  close(): void
}
