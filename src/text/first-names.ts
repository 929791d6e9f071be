/** How a person is spoken of: "he" or "she". */
export type Gender = 'he' | 'she'

/**
 * First names of persons that English texts call "he" four times as often as "she", and the other way round. Counted
 * by first name over the pronouns of PolNeAR's training articles and of GAP (Apache-2.0), with the commonest names
 * of the English-speaking world where the counts are thin. Names of both are left out.
 */
const FIRST_NAMES: Readonly<Record<Gender, string>> = {
  he: [
    'Aaron Abid Abraham Adam Adel Adil Agostino Ahmed Alan Alastair Albert Alec Alejandro Aleksandr Alex',
    'Alexandru Allan Amadou Andargachew Andrew Andy Anthony Antonio Arnold Arthur Asa Ash Austin Barack Barry',
    'Basil Bawa Ben Benjamin Bernie Bill Billy Bob Bobby Brad Bradley Brendan Brendon Brent Bret Brian Bruce',
    'Byron Caleb Calvin Carl Carlos Chad Charles Charlie Chris Christoph Christopher Chuck Clarence Claude Clint Clyde',
    'Colin Conor Corey Cory Craig Curt Cyrus Damian Dan Daniel Danny Dante Darren Dave David Dean Dennis Derek',
    'Derrick Dexter Dick Dinesh Dirk Dominic Don Donald Donny Doug Douglas Drew Duncan Dwayne Dwight Ed Eddie',
    'Edgar Edmund Eduard Edward Eli Elijah Elliot Eric Erik Erlan Ernest Ernie Ethan Eugene Evan Faik Felipe',
    'Fernando Feyisa Fidel Francesco Francisco Frank Franklin Fred Freddy Gabriel Gary Geert Gene Geoff George',
    'Gerald Geraldo Gilbert Giovanni Glen Glenn Gonzalo Gordon Greg Gregory Guadalupe Gus Gustav Hamza Hank',
    'Hans-Peter Harold Harry Harvey Hector Henry Herb Herbert Herschel Howard Howie Hugh Ian Imran Ingvar Ioan',
    'Isaac Ivan JJ Jack Jacob Jaime Jake Jamal James Jared Jason Jay Jeb Jeff Jeffery Jeremy Jerry Jesse Jesus',
    'Jim Jimmy Joaquin Joe Joel Joey Johan Johann Johannes John Johnny Jon Jonathan Jorge Jose Joseph Josh José',
    'Juan Julian Julius Justin Karl Kazuki Keith Ken Kenneth Kent Kevin Khizr Kirk Kristian Kurt Kyle Lance Larry',
    'Lars Laurence Lawrence Lee Leo Leon Leonard Les Lewis Lindsey Lloyd Lorenzo Louis Luay Luca Lucas Ludwig',
    'Luigi Luis Luiz Luke Luther Lyndon Mahamat Malcolm Manny Manuel Marc Marcel Marco Marcus Mariano Mario Mark',
    'Martin Marty Marvin Matt Matthew Maurice Max Mekere Meles Merrick Michael Miguel Mika Mike Mikhail Miles',
    'Mitch Mitchell Mitt Mohamed Mohammad Mohammed Moner Morton Muhammad Napoleon Narendra Nate Nathan Nathaniel',
    'Ned Neil Nelson Newt Nicholas Nick Nicolas Noah Noel Norbert Norm Oliver Omar Oscar Ottmar Owen Pablo',
    'Pasqual Pat Patrick Paul Pedro Perry Pete Peter Peyton Phil Philip Phillip Pierre Pietro Preston Quentin',
    'Rafael Raffaello Ralph Ramanand Ramon Rana Randolf Randy Rashad Raul Ray Raymond Raynard Recep Reginald Reid',
    'Reince Rex Ricardo Richard Rick Rob Robby Robert Roddy Rodney Rodrigo Roger Roland Rolf Ron Ronald Ross Roy',
    'Rudolf Rudy Rush Russell Ryan Saddam Sadiq Salman Sam Samuel Sandy Scott Sean Sebastian Sergei Sergio Seth',
    'Shawn Sheldon Sherman Shunsuke Sid Sidney Simon Solomon Spencer Stan Stanley Stefan Stephen Steve Steven',
    'Stevie Stuart Ted Teddy Terrence Theodore Thierry Thomas Tim Timothy Todd Tom Tommy Tony Toshiaki Trent',
    'Trevor Troy Vernon Victor Viktor Vince Vincent Vladimir Wade Walter Warren Wayne Wesley Wilbur Wilhelm',
    'William Willie Witold Woodrow Xavier Yahya Yul Yuri Zachary Zeke',
  ].join(' '),
  she: [
    'Abby Abigail Ada Adele Adriana Agatha Aisha Alexandra Alexis Alice Alicia Alison Alixandria Allison Alyssa',
    'Amanda Amandla Amelia Amy Ana Andrea Angela Angie Anjali Anjelica Ann Anna AnnaLynne Annabelle Annamaria',
    'Anne Annie April Ariana Asha Ashley Audrey Barbara Bella Bernadette Bertha Beryl Beth Betsy Betty Beverley',
    'Beverly Bonnie Brandi Bree Brenda Brianna Brianne Brooke Buffy Caitlin Camille Candace Carla Carly Carmen',
    'Carol Caroline Carolyn Carrie Cassandra Cate Catherine Cathy Cecily Charlene Charlotte Chelsea Cheryl',
    'Christina Christine Christyn Cindy Claire Claudia Colleen Connie Constance Courtney Crystal Cynthia Daisy',
    'Dana Danielle Davina Dawn Dayang Debbie Deborah Debra Denise Diana Diane Dinah Dolores Donna Doris Dorothy',
    'Eileen Elaine Eleanor Electra Elena Elisabet Elisabetta Elise Eliza Elizabeth Ella Ellen Emily Emma Erica',
    'Erika Erin Esther Ethel Eva Eve Evelyn Faida Fatima Felicia Fiona Frances Frieda Gabriella Gabrielle Gail',
    'Gaynor Geena Geraldine Gina Ginger Gloria Grace Gretchen Gwen Hannah Harriet Heather Heidi Helen Henrietta',
    'Hillary Hiroko Holly Hope Huma Ida Ilyse Ingrid Irene Isabel Isabelle Ivana Ivanka Jacqueline Jan Jane Janet',
    'Janice Jazmine Jeanette Jeanine Jeanne Jemima Jenna Jennifer Jenny Jessica Jill Jillian Joan Joanna Joyce',
    'Juanita Judy Julia Julie Juliet Karen Karlee Kashiya Kate Katherine Kathleen Kathryn Kathy Katie Katy Kaye',
    'Kerri Kimber Kimberley Kimberly Kirsten Klara Kristen Kristin Kristy Kyoko Lara Latoya Laura Lauren Leah',
    'Lena Lili Lillian Lilly Linda Lisa Liz Lois Lorena Loretta Lori Lorraine Louisa Louise Lucy Lydia Lynn Lynne',
    'Madeleine Madge Maeve Maggie Marcia Margaret Maria Marie Marilyn Marina Marinda Marjorie Marlene Martha',
    'Marwa Mary Maryam Matilde Mattie Maureen Maxine Mayada Meg Megan Meghan Melanie Melissa Mercedes Meredith',
    'Mia Michele Michelle Mildred Miranda Molly Monica Monique Mouna Myra Myrna Nadia Naghmeh Nancy Naomi Natalie',
    'Natasha Naureen Neera Nelly Nesa Nicole Nikki Nina Nona Nora Olga Olivia Omarosa Pamela Patricia Patty Paula',
    'Paulina Peggy Penny Phoebe Phyllis Pierina Priscilla Rachel Radhika Ramya Raveena Rebecca Rebekah Renee',
    'Rhonda Rihanna Rita Roberta Robyn Rosa Rosalind Rosario Rose RoseAnn Rosemary Roxanne Ruth Sahar Sally',
    'Samantha Sandra Sanya Sara Sarah Shakuntala Sharon Sheila Shelley Sherry Shirley Sienna Silvia Sonia Sonya',
    'Sophia Sophie Sorcha Stacey Stella Stephanie Sue Susan Susana Susannah Susanne Suzanne Sylvia Tamara Tammy',
    'Tarah Tarla Tashfeen Tatjana Teresa Theresa Tia Tiffany Tina Tracey Traci Tracy Ursula Valerie Vanessa Vera',
    'Veronica Vicki Vickie Victoria Violet Vittoria Vivian Wanda Wendy Wilhelmina Wilma Winifred Yasmeen Yiyun',
    'Yolanda Yukiko Yvette Zeynep Zoe',
  ].join(' '),
}

const GENDERS: ReadonlyMap<string, Gender> = new Map(
  (['he', 'she'] as const).flatMap((gender) => FIRST_NAMES[gender].split(' ').map((name) => [name, gender] as const)),
)

/** The gender that most bearers of `firstName` (as printed) have; null where it is not known as a first name. */
export function genderOfFirstName(firstName: string): Gender | null {
  return GENDERS.get(firstName) ?? null
}
