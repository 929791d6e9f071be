/** Where signing up, and all that belongs to it, is. */
export const SIGN_UP = '/sign-up'

/** Where a sign-up is confirmed. */
export const confirmPath = (token: string) => `${SIGN_UP}/confirm/${token}`

/** Where one sees and changes one's own subscription. */
export const preferencesPath = (token: string) => `${SIGN_UP}/preferences/${token}`

/** Where one leaves a topic, by the link in a mail. */
export const leavePath = (token: string) => `${SIGN_UP}/leave/${token}`

/** Where a mail program leaves a topic for its reader (RFC 8058): what `List-Unsubscribe` names. */
export const oneClickPath = (token: string) => `${SIGN_UP}/one-click/${token}`

/** Where terms stand, in one version and language. */
export const termsPath = (version: number, language: string) => `${SIGN_UP}/terms/${version}/${language}`
