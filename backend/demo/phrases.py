"""What is said, recalled and owed in the demo; `{hook}` is something about the person."""

AGAIN = (
    ("in_person", "Ten minutes by the door. Asked after {hook}, which opened everything."),
    ("call", "Short call, bad line. {first} sounded lighter than last time. Next time on foot."),
    (
        "in_person",
        "Met by chance on the tram. Spoke about {hook} for four stops, missed the fifth.",
    ),
    ("message", "{first} wrote first. Wanted to know how I am, and waited for the answer."),
    ("in_person", "Coffee, standing. {first} remembered what I had said about my father."),
    ("message", "Sent a photograph: {hook}. No words, none needed."),
    ("video", "Asked what changed. A long pause, then the real thing: tired, and proud."),
    ("call", "Said back what I had understood. {first} corrected one word, the important one."),
)
RECALLED = (
    "Came back in the morning: {hook}.",
    "Spoke slower when it mattered.",
    "Wanted to be asked a second time.",
    "Said 'we' for the trouble and 'they' for the success.",
    "Had asked me something too, and I had not answered.",
)
TABLE_NOTES = (
    "Both said at the same time that the second cup is where the conversation starts. It was."
)
NAMELESS = {
    "traits": "tall, green scarf, hums",
    "problem": "nobody at the table has asked her anything yet",
}
OWED_BY_THEM = (
    "send the photographs from the workshop",
    "introduce me to the person from the ministry",
    "return the book about benches",
    "send the recipe",
    "tell me how the meeting on Thursday went",
    "send the name of the printer",
    "lend me the report, the printed one",
    "ask the landlord about the cellar",
    "send two dates for a walk",
    "pass on the recording",
)
DROPPED_BECAUSE = (
    "found someone better before I wrote",
    "not needed any more",
    "said so: the moment has passed",
    "",
)
