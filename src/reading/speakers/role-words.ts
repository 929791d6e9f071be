import { wordSet } from '../../text/word-set.ts'

/** Nouns that say what a person is or does, singular, in small letters. */
const ROLE_NOUNS = wordSet(
  'accountant activist alderman barrister brother constable coroner councillor councilman councilor daughter neighbor neighbour solicitor actor actress administrator admiral adviser advisor advocate agent aide ally ambassador analyst anchor architect artist assistant associate astronaut astronomer athlete attorney author banker billionaire biographer bishop blogger boss broadcaster businessman businesswoman candidate captain cardinal ceo cfo chair chairman chairperson chairwoman challenger chancellor chef chief clerk co-author co-chair co-chairman co-founder co-host coach cofounder colleague colonel columnist comedian commander commentator commissioner communist congressman congresswoman conservative consultant contributor coordinator correspondent counsel counselor critic curator dean delegate democrat deputy designer detective developer diplomat director doctor donor economist editor educator employee engineer entrepreneur executive expert farmer father fellow filmmaker founder friend front-runner frontrunner fundraiser general governor graduate guest head historian host husband imam incumbent independent informant insider instructor interpreter investigator investor journalist judge justice king lawmaker lawyer lead leader lecturer legislator liberal librarian lieutenant lobbyist magistrate magnate manager mathematician mayor member minister mogul mother musician nominee novelist nurse officer official operative operator organizer owner participant partner pastor philosopher photographer physician physicist pilot pioneer planner player playwright poet policeman politician pollster pope premier presenter president priest prime producer professor programmer prosecutor psychiatrist psychologist publisher queen rabbi refugee reporter representative republican researcher resident rev reverend rival runner-up scholar scientist secretary senator sergeant sheriff singer sister sociologist soldier son speaker specialist spokesman spokesperson spokeswoman staffer star statistician strategist student superintendent supervisor supporter surgeon surrogate survivor teacher technician teenager treasurer tycoon undersecretary veteran vice victim volunteer voter whistleblower widow wife winner witness worker writer',
)

/** Abbreviated offices before a name, and what the text calls them later. */
const OFFICES: Readonly<Record<string, readonly string[]>> = {
  sen: ['senator', 'lawmaker'],
  senator: ['senator', 'lawmaker'],
  rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
  representative: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
  congressman: ['congressman', 'lawmaker'],
  congresswoman: ['congresswoman', 'lawmaker'],
  gov: ['governor'],
  gen: ['general'],
  lt: ['lieutenant'],
  col: ['colonel'],
  capt: ['captain'],
  sgt: ['sergeant'],
  prof: ['professor'],
  rev: ['reverend', 'pastor'],
  cllr: ['councillor'],
  councilor: ['councilor', 'councillor'],
  dr: ['doctor'],
  spokesman: ['spokesman', 'spokesperson'],
  spokeswoman: ['spokeswoman', 'spokesperson'],
  attorney: ['attorney', 'lawyer'],
  lawyer: ['lawyer', 'attorney'],
  nominee: ['nominee', 'candidate'],
  businessman: ['businessman'],
  mogul: ['mogul', 'businessman'],
  tycoon: ['tycoon', 'businessman'],
}

/** Whether `word` (any case, a final stop allowed) says what a person is: "spokesman", "Sen." */
export function isRoleNoun(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '')
  return ROLE_NOUNS.has(lower) || lower in OFFICES || /(?:ologist|maker|woman|keeper)$/.test(lower)
}

/** The nouns by which a text may call one who is introduced as `word`: "Sen." gives "senator" and "lawmaker". */
export function calledBy(word: string): readonly string[] {
  const lower = word.toLowerCase().replace(/\.$/, '')
  return OFFICES[lower] ?? [lower]
}
