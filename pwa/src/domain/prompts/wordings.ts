/** The prompts that Earshot ships, by family, each with its style and the source of its idea. */

import type { Family, Prompt, Style } from "./prompt";

export interface Wording extends Prompt {
  source: string;
  /** Word beginnings; where there are any, a word of the event's goal must start with one of them. */
  goals: string[];
}

type Row = [id: string, style: Style, text: string, source: string, goals?: string[]];

const asks = "open_question";
const says = "say_it_back";
const digs = "concrete_follow_up";

const open: Row[] = [
  ["busy", asks, "What's keeping you busy these days?", "beyond work talk, Martin 2022"],
  ["brought", asks, "What brought you here today?", "open questions, OARS"],
  ["excited", asks, "What are you looking forward to this year?", "deeper talk, Kardas 2021"],
  ["surprised", asks, "What surprised you this week?", "deeper talk, Kardas 2021"],
  ["began", asks, "How did you get into that?", "elaboration, Chen 2010"],
  ["first_answer", digs, "Ask “how come?” about their first answer.", "follow-up, Huang 2017"],
  ["story", digs, "Ask for the story behind their first answer.", "elaboration, Chen 2010"],
  ["detail", digs, "Ask about the first thing they mention.", "follow-up, Huang 2017"],
  ["look_for", asks, "What do you look for first?", "for investors", ["invest", "fund", "rais"]],
  [
    "good_day",
    asks,
    "What does a good day at work look like?",
    "for job hunting",
    ["job", "career"],
  ],
  ["learnt_hard", asks, "What did you learn the hard way?", "for learning", ["learn", "advice"]],
];

const theirProblem: Row[] = [
  ["hardest", asks, "What's the hardest part right now?", "their problem, elaboration"],
  ["tried", asks, "What have you already tried?", "elaboration, Chen 2010"],
  ["awake", asks, "What takes more time than it should?", "their problem"],
  ["stuck", asks, "Where are you stuck at the moment?", "their problem"],
  ["in_the_way", asks, "What gets in your way most?", "their problem"],
  ["last_time", digs, "Ask when it last went wrong.", "concrete instance, elaboration"],
  ["their_words", says, "Remember the exact words they use.", "memory goal, Stafford 1987"],
  [
    "missing_most",
    asks,
    "Which role is hardest to fill?",
    "for hiring",
    ["hir", "recruit", "team"],
  ],
  [
    "solve_today",
    asks,
    "How do you solve that today?",
    "for customers",
    ["custom", "client", "sell"],
  ],
  [
    "partner_miss",
    asks,
    "What could a partner take off your plate?",
    "for partners",
    ["partner", "cofound"],
  ],
];

const followUp: Row[] = [
  ["last_thing", digs, "Ask about the last thing they said.", "follow-up, Huang 2017"],
  ["then_what", digs, "Then what happened?", "follow-up, Huang 2017"],
  ["example", digs, "Can you give me an example?", "elaboration, Chen 2010"],
  ["who_else", digs, "Who else was part of that?", "follow-up, Huang 2017"],
  ["how_felt", asks, "How was that for you?", "responsiveness, Huang 2017"],
  ["that_word", says, "Repeat their last word as a question.", "reflection, OARS"],
];

const sayItBack: Row[] = [
  ["snag", says, "Say it back: “So the snag is…”", "reflection, OARS"],
  ["got_right", says, "Say it back, then ask: “Right?”", "reflection, OARS"],
  ["sum_up", says, "Sum up what you heard so far.", "summary, OARS"],
  ["feeling", says, "Name the feeling you hear.", "validation, OARS"],
  ["matters", says, "Say what seems to matter most to them.", "validation, OARS"],
  ["did_i_miss", asks, "What did I miss?", "checking, OARS"],
];

const pause: Row[] = [
  ["count_two", says, "Count to two before you answer.", "silence, OARS"],
  ["own_answer", says, "Don't answer your own question.", "boomerasking, Brooks 2025"],
  ["let_finish", says, "Let them finish, then wait a moment.", "attention, Collins 2023"],
  ["no_advice", says, "Hold your advice until they ask.", "listening, Itzchakov"],
  ["one_then_wait", digs, "Ask one short question, then wait.", "follow-up, Huang 2017"],
];

const help: Row[] = [
  ["who_solved", asks, "Who do I know who solved this?", "solve their problem"],
  ["one_thing", asks, "What would help you most this week?", "people help, Flynn 2008"],
  ["send_you", digs, "Offer one thing you can send tomorrow.", "small promises"],
  ["meet_someone", asks, "Who would you like to meet?", "connect the two"],
  ["first_step", asks, "What would be a good first step?", "if-then plans, Gollwitzer 2006"],
  ["may_i", says, "Repeat their problem, then offer one thing.", "summary, OARS"],
];

const depth: Row[] = [
  ["if_fixed", asks, "What would you do if that were fixed?", "deeper talk, Kardas 2021"],
  ["why_matters", asks, "Why does that matter to you?", "closeness, Aron 1997"],
  ["proud", asks, "What have you been proud of lately?", "closeness, Aron 1997"],
  ["change_mind", asks, "What have you changed your mind about?", "deeper talk, Kardas 2021"],
  ["grateful", asks, "Who helped you get here?", "closeness, Aron 1997"],
  ["share_too", says, "Tell them something true about yourself too.", "disclosure, Aron 1997"],
];

const close: Row[] = [
  ["swap", digs, "Swap numbers now; call once so they have yours.", "unknown callers, Pew 2020"],
  ["reach_you", digs, "What's the best way to reach you?", "will they pick up"],
  [
    "say_promise",
    says,
    "Say your promise out loud before you go.",
    "if-then plans, Gollwitzer 2006",
  ],
  ["when_next", digs, "When should we talk next?", "ends nobody chose, Mastroianni 2021"],
  ["thank", says, "Thank them for one thing they said.", "affirmation, OARS"],
  ["scan", digs, "Show your code and scan theirs.", "will they pick up"],
];

/** All shipped prompts. An id is stored with each use, so it never changes; ids of dropped wordings are not reused. */
export const wordings: Wording[] = [
  ...of("open", open),
  ...of("their_problem", theirProblem),
  ...of("follow_up", followUp),
  ...of("say_it_back", sayItBack),
  ...of("pause", pause),
  ...of("help", help),
  ...of("depth", depth),
  ...of("close", close),
];

function of(family: Family, rows: Row[]): Wording[] {
  return rows.map(([id, style, text, source, goals = []]) => ({
    id: `${family}.${id}`,
    text,
    family,
    style,
    source,
    goals,
  }));
}
