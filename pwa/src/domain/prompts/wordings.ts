/** The wordings that Earshot ships, by family, each with its style and where its idea is from. */

import type { Family, Prompt, Style } from "./prompt";

export interface Wording extends Prompt {
  source: string;
  /** Beginnings of words; where there are any, one must begin a word of the event's goal. */
  goals: string[];
}

type Row = [id: string, style: Style, text: string, source: string, goals?: string[]];

const asks = "open_question";
const says = "say_it_back";
const digs = "concrete_follow_up";

const open: Row[] = [
  ["busy", asks, "What's keeping you busy outside the slides?", "beyond work talk, Martin 2022"],
  ["brought", asks, "What brought you here today?", "open questions, OARS"],
  ["excited", asks, "What are you looking forward to this year?", "deeper talk, Kardas 2021"],
  ["surprised", asks, "What surprised you this week?", "deeper talk, Kardas 2021"],
  ["began", asks, "How did you get into that?", "elaboration, Chen 2010"],
  ["first_answer", digs, "Ask “how come?” about their first answer.", "follow-up, Huang 2017"],
  ["story", digs, "Ask for the story behind their first answer.", "elaboration, Chen 2010"],
  ["detail", digs, "Ask about one thing they mention first.", "follow-up, Huang 2017"],
  ["look_for", asks, "What do you look for first?", "goal: investor", ["invest", "fund", "rais"]],
  ["good_day", asks, "What makes a good day at your work?", "goal: job", ["job", "career"]],
  ["learnt_hard", asks, "What did you learn the hard way?", "goal: learning", ["learn", "advice"]],
];

const theirProblem: Row[] = [
  ["hardest", asks, "What's the hardest part right now?", "their problem, elaboration"],
  ["tried", asks, "What have you already tried?", "elaboration, Chen 2010"],
  ["awake", asks, "What takes more time than it should?", "their problem"],
  ["stuck", asks, "Where are you stuck at the moment?", "their problem"],
  ["in_the_way", asks, "What gets in your way most?", "their problem"],
  ["last_time", digs, "Ask when it last went wrong.", "concrete instance, elaboration"],
  ["their_words", says, "Remember their very words for the problem.", "memory goal, Stafford 1987"],
  ["missing_most", asks, "Who are you missing most?", "goal: hiring", ["hir", "recruit", "team"]],
  [
    "solve_today",
    asks,
    "How do you solve that today?",
    "goal: customers",
    ["custom", "client", "sell"],
  ],
  [
    "partner_miss",
    asks,
    "What could a partner take off you?",
    "goal: partner",
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
  ["feeling", says, "Name how it seems to feel for them.", "validation, OARS"],
  ["matters", says, "Say what seems to matter most to them.", "validation, OARS"],
  ["did_i_miss", asks, "What did I miss?", "checking, OARS"],
];

const pause: Row[] = [
  ["count_two", says, "Count two before you answer.", "silence, OARS"],
  ["own_answer", says, "Don't answer your own question.", "boomerasking, Brooks 2025"],
  ["let_finish", says, "Let them finish, then wait a moment.", "attention, Collins 2023"],
  ["their_eyes", says, "Notice the colour of their eyes.", "attention, Collins 2023"],
  ["no_advice", says, "Give no advice until they ask.", "listening, Itzchakov"],
  ["one_then_wait", digs, "Ask one short question, then wait.", "follow-up, Huang 2017"],
];

const help: Row[] = [
  ["who_solved", asks, "Who do I know who solved this?", "solve their problem, founding text"],
  ["one_thing", asks, "What would help you most this week?", "people help, Flynn 2008"],
  ["send_you", digs, "Offer one thing you can send tomorrow.", "small promises, founding text"],
  ["meet_someone", asks, "Who would you like to meet?", "connect the two, founding text"],
  ["first_step", asks, "What would a good first step be?", "if-then plans, Gollwitzer 2006"],
  ["may_i", says, "Say their problem, then offer one thing.", "summary, OARS"],
];

const depth: Row[] = [
  ["if_fixed", asks, "What would you do if that were fixed?", "deeper talk, Kardas 2021"],
  ["why_matters", asks, "Why does that matter to you?", "closeness, Aron 1997"],
  ["proud", asks, "What are you proud of lately?", "closeness, Aron 1997"],
  ["change_mind", asks, "What did you change your mind about?", "deeper talk, Kardas 2021"],
  ["grateful", asks, "Who helped you get here?", "closeness, Aron 1997"],
  ["share_too", says, "Tell them something true about yourself too.", "disclosure, Aron 1997"],
];

const close: Row[] = [
  ["swap", digs, "Swap numbers now; call once so it's saved.", "unknown callers, Pew 2020"],
  ["reach_you", digs, "What's the best way to reach you?", "will they pick up, founding text"],
  ["say_promise", says, "Say your promise aloud before you go.", "if-then plans, Gollwitzer 2006"],
  ["when_next", digs, "When shall we talk next?", "ends nobody chose, Mastroianni 2021"],
  ["thank", says, "Thank them for one thing they said.", "affirmation, OARS"],
  ["scan", digs, "Show your code and scan theirs.", "will they pick up, founding text"],
];

/** Every wording that is shipped. */
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
