/** A longer name of an outlet is a slogan, in UTF-16 code units. */
export const MAX_OUTLET = 60

/**
 * Words that the names of outlets end with. A line of a few capitalised words ending so is an outlet's name: "The
 * Selbrick Gazette", "Harbour Post".
 */
const OUTLET_NAME =
  /^(?:The )?(?:\p{Lu}[\p{L}.'’-]*\s){0,4}(?:Post|Times|News|Herald|Tribune|Gazette|Journal|Press|Guardian|Observer|Chronicle|Courier|Star|Sun|Mail|Telegraph|Standard|Mirror|Monitor|Dispatch|Examiner|Inquirer|Independent|Record|Register|Reporter|Review|Sentinel|Echo|Bulletin|Weekly|Daily|Today|Wire|Agency|Reuters|AFP|Bloomberg)$/u

/** Names of sections that end alike. */
const SECTION =
  /^(?:World|Local|Latest|Breaking|Top|National|International|Foreign|Business|Sports?|Political|Regional|Other|More) /

/** Whether a whole line can only be the name of an outlet. */
export function isOutletName(line: string): boolean {
  return line.length <= 50 && OUTLET_NAME.test(line) && !SECTION.test(line)
}
