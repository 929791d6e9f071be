/** What somebody is on the desk, the one who may most first. */
export const ROLES = ['owner', 'editor', 'reviewer'] as const

export type Role = (typeof ROLES)[number]

/** Whether a word that came from outside is a role. */
export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word)
}
