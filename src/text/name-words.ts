/** The words that tell a name's parts and kinds, in small letters where not said otherwise. */
import { wordSet } from './word-set.ts'

/** Words that lead to a person's name and are no part of it; without dots. */
export const HONORIFICS = wordSet('mr mrs ms miss mx dr sir dame lord lady herr frau mme mlle madame monsieur')

/** Offices and ranks that lead to a person's name; without dots. */
export const ROLES = wordSet(
  'president minister premier chancellor secretary senator sen sens representative rep reps congressman congresswoman assemblyman assemblywoman governor gov govs mayor judge justice king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah rev reverend father sister general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral commissioner ambassador speaker chairman chairwoman chair director professor prof spokesman spokeswoman spokesperson minister-president attorney commander chief sheriff officer deputy detective superintendent strategist inspector ceo cfo coo mp mep prosecutor councillor councilor cllr councilman councilwoman alderman coroner magistrate baroness constable brigadier corporal undersecretary pastor ombudsman treasurer provost',
)

/** Honours and degrees behind a person's name that are no part of it. */
export const POSTNOMINALS: ReadonlySet<string> = new Set(['KC', 'QC', 'MBE', 'OBE', 'CBE', 'PhD', 'MD', 'MP', 'MSP'])

/** Small words inside a person's name. */
export const PARTICLES = wordSet(
  "van von der den de del della di da du dos das la le el al bin ibn binti ben bint abu ter ten zu y e 't",
)

/** Small words inside an organisation's name. */
export const ORG_CONNECTORS = wordSet('of for and & the on')

/** Capitalised at the start of a sentence, never a name there; days of the week wherever they stand. */
export const FUNCTION_WORDS = wordSet(
  'a an the this that these those he she it they we i you his her their its our my your who what when where why how which if as at by for from in into of on to with without about after before during since until under over between among against through and but or nor so yet yes no not never also still then there here now today yesterday tomorrow meanwhile however according while although though because once some many most much more both each every all any few several other others another one two three four five six seven eight nine ten last next earlier later monday tuesday wednesday thursday friday saturday sunday asked reporters officials critics despite instead whatever perhaps even just only than like let dear',
)

/** One of them in a name tells that it is no person's. */
export const ORGANISATION_WORDS = wordSet(
  'academy administration agency airlines alliance america army assembly associates association authority bank board brothers bureau cabinet campaign center centre chamber church club coalition college command commission committee companies company conference congress corporation corp council court daily department editorial embassy federation fbi forum foundation fund gazette government group groups guard guardian hall herald hospital house inc initiative institute institution international journal league ltd magazine media ministry mission monthly morning movement museum nations network news newspaper observer office organisation organization pac panel parliament partnership party patrol police post press project publishing radio republic research reserve reuters review schools school secretariat security senate service services society states street studios supreme survey systems team television times today tribune tribunal union united universal university wall watch weekly white works world',
)

/** Countries, states and cities much in the news. Small letters; several words are one entry. */
const PLACES: ReadonlySet<string> = new Set(
  'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,new york city,new orleans,new england,los angeles,san francisco,san diego,las vegas,long island,silicon valley,st. louis,salt lake city,new delhi,hong kong,tel aviv,buenos aires,chicago,boston,houston,dallas,miami,philadelphia,detroit,cleveland,brooklyn,manhattan,hollywood,london,paris,berlin,moscow,beijing,shanghai,tokyo,seoul,cairo,tehran,kabul,baghdad,damascus,jerusalem,brussels,geneva,rome,madrid,vienna,kyiv,kiev,ankara,istanbul,delhi,islamabad,pyongyang,taipei,canberra,ottawa,afghanistan,albania,algeria,angola,argentina,armenia,australia,austria,azerbaijan,bahrain,bangladesh,belarus,belgium,benghazi,bolivia,bosnia,brazil,britain,bulgaria,cambodia,cameroon,canada,chile,china,colombia,congo,croatia,cuba,cyprus,denmark,ecuador,egypt,england,eritrea,estonia,ethiopia,europe,finland,france,gaza,germany,ghana,greece,guatemala,haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,japan,jordan,kazakhstan,kenya,korea,kosovo,kuwait,laos,latvia,lebanon,libya,lithuania,malaysia,mali,mexico,moldova,mongolia,morocco,myanmar,namibia,nepal,netherlands,nicaragua,niger,nigeria,north korea,norway,pakistan,palestine,panama,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,saudi arabia,scotland,serbia,singapore,slovakia,slovenia,somalia,south africa,south korea,south sudan,spain,sri lanka,sudan,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,tibet,tunisia,turkey,turkmenistan,uganda,ukraine,united arab emirates,uruguay,uzbekistan,venezuela,vietnam,wales,xinjiang,yemen,zambia,zimbabwe,africa,asia,america,latin america,middle east,central america,south america,north america,puerto rico,capitol hill'.split(
    ',',
  ),
)

/** Whether `name` is the name of a place that is much in the news; any case. */
export function isPlaceName(name: string): boolean {
  return PLACES.has(name.toLowerCase())
}

/** Members and adjectives of parties, nations and faiths, as printed: "Republicans", "Turkish", "Uyghurs", "Jewish". */
const PEOPLE =
  /^(?:\p{Lu}[\p{L}-]*(?:ans?|ish|ese|crats?|cratic|ists?|ims?|i?tes|ghurs?|azakhs?)|Jews?|Jewish|Greeks?|French|Dutch|Thais?|Swiss|Israelis?|Iraqis?|Pakistanis?|Saudis?|Afghans?|Turks?|Danes?|Swedes?|Poles?|Kurds?|Arabs?|Latinos?|Latinas?|Hispanics?|Tories|Tory|GOP|Greens?)$/u

/** Single words that end like a people's name and are a person's. */
const NO_PEOPLE =
  /^(?:Ryan|Jordan|Brian|Bryan|Dylan|Megan|Susan|Evan|Ivan|Sean|Dean|Juan|Alan|Morgan|Reagan|Duncan|Sloan|Sullivan|Trojan|Hogan|Logan|Nathan|Jonathan|Kaplan|Conan|Regan|Buchanan|McClellan|Callahan|Brennan|Flanagan|Donovan|Milan|Japan|Iran|Sudan|Pan|Zimmerman|\p{L}*man|Kazan|Titan|Tim|Jim|Kim|Ibrahim|Rahim|Karim|Parrish|Fish|Christ|Twist|Cuban)$/u

/** Whether `word` (as printed) names a people, a party's members, or what belongs to them. */
export function isPeopleWord(word: string): boolean {
  return PEOPLE.test(word) && !NO_PEOPLE.test(word)
}
