/** An invented dossier of which no sentence quotes an exhibit, though many are about the same matters in the same words. */
export interface Unquoted {
  readonly name: string
  readonly exhibits: readonly string[]
  /** Sentences with words in quotation marks: set off with irony, titles, sayings, speech of others, other papers. */
  readonly sentences: readonly string[]
}

const lines = (text: string): string[] => text.trim().split('\n')

/** Invented. */
export const harbour: Unquoted = {
  name: 'English, a harbour',
  exhibits: [
    'Dear Mr Ruiz, we confirm that the fee for berth 14 is waived until 30 June 2022. The harbour master has been told, and the crane will be at your disposal in the first week of April. Please send us the papers of the ship before the end of the month. The pilot must be ordered a day ahead. Yours faithfully, Port Office.',
    'I have spoken with the minister about the dredging. He does not want to hear of it before the election. The channel is two metres too shallow for the new ships, and everybody on the board knows it. We will have to tell the company in the end. For the time being nobody should put anything in writing.',
    'Minutes of the meeting of 3 May. Present: Holm, Dacre, Orme. The treasurer reported a deficit of 4.2 million. It was agreed to sell the old warehouse and to raise the charges by nine per cent from January. Ms Dacre asked that her objection be recorded. The next meeting is on 7 June.',
  ],
  sentences: lines(`
In the copy on file, item 7 reads: “Halden: waiver of the berth fee. Mr Dalgaard objected.”
The union called the whole affair “a gift to the shipping company” and demanded that the berths be let by auction.
“The harbour master was on holiday that week,” his sister told a local paper.
A poster in the ticket hall still says “Berth 14 is closed for repairs until further notice.”
The novel “The Harbour Master’s Daughter” was on sale in the kiosk at the time.
The company speaks of “a normal commercial relationship between a port and its customers.”
“I never spoke with any minister about a ship, a berth or a crane,” Mr Ruiz said in court.
The board’s so-called “open door” was closed to reporters on most days.
On the radio the minister said that “dredging is a matter for the port, and the port alone.”
The report of the auditors is headed “Charges, waivers and rebates in the years 2019 to 2022.”
“We have no record of any conversation between the minister and the harbour master,” the ministry replied.
An old sailor remembered “the best week of April that we ever had.”
The law forbids “any waiver of fees that is not published within a month.”
“Everybody on the quay knew what was going on,” a docker said, “except the people in the office.”
The insurer wrote of “an elevated risk of grounding for ships of more than nine metres.”
They called it “a fee holiday”, and laughed.
The standing rules of the port say that “a pilot is to be ordered six hours before arrival.”
“Nobody in this town reads the minutes of the board,” the editor of the Courier complained.
A ship is “ready” in the language of the port when her papers are stamped.
A leaflet of the opposition promised “cheaper berths for small boats and an end to secret deals.”
The mayor spoke of “the end of the shallow years” when the first dredger came.
“If the channel is too shallow, build smaller ships,” a member of parliament joked.
The old warehouse was “a jewel of industrial architecture”, according to the society for monuments.
“We would have paid nine per cent more if anyone had asked us,” a rival company says.
The treasurer’s memoirs, “A Deficit of Trust”, appeared last year.
He was known as “the man in the end office”, because nobody knew what he did.
A sign by the crane warns: “Do not stand under the load at any time.”
The court found that “the objection was not recorded in the form that the law requires.”
“I will have to tell my wife in the end,” he said to the waiter.
“It was agreed to meet again in the autumn,” the minutes of the parish council say of another matter.
The paper printed the headline “Minister Wants To Hear Nothing” on its front page.
The chairman of the yacht club asked for “a berth, a crane and a bit of peace.”
The saying goes that “the sea gives and the sea takes.”
The port’s website promises “a berth for everybody, in the first week and in the last.”
“Yours faithfully” is how the port office ends even its reminders.
Ms Dacre is writing a book with the title “Objection Recorded.”
The minister’s spokesman called the question “not helpful before an election.”
In the film “Shallow Water” a dredger captain falls in love.
“The next meeting will be in June, or it will not be at all,” she had warned her party.
The shipping company’s lawyer said it was “all in writing, every last word of it.”
The committee found “no sign whatever that money changed hands at the port.”
The audit office asks that “all charges be raised by the rate of inflation, and not by more.”
“The papers of the ship were in perfect order,” the captain told the committee.
Customs officers speak of “a grey month” when they mean March.
The town’s slogan is “Port of the North.”
In a letter to the editor a reader asks “who pays for the crane if the fee is waived.”
The ombudsman quotes the law: “Whoever holds public office shall keep a record of every meeting.”
“For the time being” is the longest time that they know at the port.
“At the end of the day it is the taxpayer who pays,” a speaker said to applause.
The Courier called the deal “sweet”, the company called it “fair”, and the town called it a day.
“We confirm that you have won a journey to the south,” said another letter in the same file.
His answer to the parliament was that “the harbour master has been told to answer all questions.”
The deputy wrote on a postcard: “The weather is fine, the sea is calm, and the fish is fresh.”
The engineers’ journal has an article on “dredging in shallow channels and its costs.”
“Between 2019 and 2022 the charges rose by 4.2 per cent a year,” the statistics office says.
The crew drank to “the old warehouse, may it rest in peace.”
A retired pilot spoke of “a day ahead and a dollar short.”
“Mr Orme does not remember the meeting,” his lawyer writes.
The union’s song begins “Who has told the harbour master, who has told the crane.”
The ship was named “First of April” for a reason that nobody remembers.
According to the weather service it was “the wettest May since 1987.”
“Please send us your photographs of the old port,” the museum asks on its page.
What the party calls “responsible growth” is known to dockers as night work.
The prosecutor’s note says: “Holm and Dacre to be heard as witnesses before the end of the month.”
The porter keeps a sign that says “back at the end of the month.”
The clerk wrote “in the end it will not matter” on the wall of his cell.
It was, as they say, “the first week of the rest of his life.”
“It was agreed that the next meeting of the choir is on Sunday,” the church paper has it.
The minister’s diary for the day has only the words “dentist, lunch, theatre.”
`),
}

/** Invented. */
export const software: Unquoted = {
  name: 'English, a firm and its programs',
  exhibits: [
    'From Ann to the team. The release is postponed to the second of October because the export still loses rows. I know that sales has promised the date to the customer. We cannot ship a program that destroys data. Whoever wants to ship it anyway should say so in this thread, with his name under it.',
    'Hi Ben, legal says that we need the consent of every user before the logs go to the vendor. There are about 40,000 accounts without it. Could you write a query that finds them? Do not send the list by mail. I would like to have the numbers by Friday so that we can decide what to delete.',
    'We looked at the incident of the night of 12 August. A certificate had expired, the alarm went to a mailbox that nobody reads, and the backup was three weeks old. It took eleven hours to restore the service. The costs are about $310,000. We recommend that alarms go to people and not to mailboxes.',
  ],
  sentences: lines(`
The firm’s web page says “We care about your data from the first row to the last.”
“I would ship it on Monday and fix it on Tuesday,” a former manager told us of another product.
The vendor’s contract has a clause on “logs, backups and other data of the customer’s users.”
Engineers speak of a “death march” when the date is promised before the work is known.
“Nobody reads the mailbox of the board either,” one of them joked at the party.
The authority demands “consent that is freely given, specific, informed and unambiguous.”
“Forty thousand users is nothing,” a competitor wrote in a forum.
The book “Release It Anyway” stood on his desk.
The customer’s lawyer called the delay “a breach of the agreement of 4 March.”
“Our backups are made every night and tested every week,” the old brochure promised.
In the glossary an incident is “an event that interrupts a service or lowers its quality.”
The chief executive had a mug with the words “Move fast and read the logs.”
The trade press wrote of “a night to forget for the firm and its customers.”
“The alarm went off in my hotel room, and it was the wrong alarm,” says a consultant.
The investors were told of “a small slip in the calendar of the third quarter.”
What sales calls a “promise” is a line in a slide.
The standard says that “a certificate shall be renewed thirty days before it expires.”
“Could you write a song about it?” a colleague asked him at the farewell.
A poster by the lift reads “Delete nothing, decide nothing, do nothing without a ticket.”
The other team’s post-mortem, on a fire in 2019, found that “the doors were locked from the inside.”
The unions ask for “an end to on-call duty without pay.”
The court of appeal held that “a list of names is personal data.”
“It took eleven months to find a new office,” the landlord recalls.
He signs his mails with “Sent from a train, please excuse typos.”
A reviewer gave the program one star: “Lost all my photographs.”
The data officer’s talk was called “Consent is not a checkbox.”
“We recommend that visitors leave their phones at the door,” says a sign at the vendor’s office.
Her favourite saying is “trust is good, a backup is better.”
The bank’s analysts see “costs of about two million for each day without service.”
“By Friday I want to be on a beach,” she said to a friend.
The old motto was “ship early, ship often.”
“I know nothing of any promise to any customer,” the head of sales told the court.
The consultants’ slides speak of “low-hanging fruit in the area of alarms.”
A newspaper ran the story under the headline “Eleven Hours of Silence.”
“Put your name under it or leave it,” his teacher used to say.
The tender asks for “a program that exports and imports at least a million rows a minute.”
The guidelines of the state say: “Logs are to be deleted after ninety days.”
“Mailboxes are for people who have time,” he wrote in his column.
In the jargon of the firm a customer without consent is a “ghost.”
“There is no such thing as a small outage,” the professor teaches.
The second of October is known as “demo day” in the other firm.
The vendor says that it “has never asked for the logs of any user.”
The podcast “Rows and Columns” had her as a guest.
The insurance pays only for “events of which the insured could not have known.”
“The thread has 112 replies and no decision,” a blogger noted of a different list.
The team’s new rule is called “two pairs of eyes.”
“Whoever comes last switches off the light,” it says in the kitchen.
A former customer remembers “the best support that money could buy.”
The ministry’s form asks for “the number of accounts, the date and the kind of incident.”
“We decided to delete the clause and to keep the customer,” the negotiators said about the rent.
`),
}
