/** Detects whether a line is English: only then it is parsed, else it stays whole in the note. */

const english = new Set(
  `the a an and of to in is are was were for on with at by from her him his she he they them their it
  i i'll i'm my me we our you your this that who what when how not no can can't will needs need has have
  had met send call ask about next week tomorrow today friday monday tuesday wednesday thursday saturday
  sunday stuck looking too many wants works introduce intro`.split(/\s+/),
);

/** Words of German, French, Spanish, Italian, Portuguese, Dutch and the Nordic languages. */
const foreign = new Set(
  `und der das ist nicht ein eine einen mit für auf bei von zu sie er ich wir ihr ihm ihn bis muss
  schicken sucht braucht noch nach montag dienstag mittwoch donnerstag freitag samstag sonntag morgen
  le la les une un et est pas que qui il elle pour dans avec chez sur du ses sa aux je nous vous hier
  demain lundi mardi mercredi jeudi vendredi samedi dimanche cherche besoin
  el los las una y con para por su del sobre antes necesita busca mañana lunes martes miércoles jueves
  viernes sábado domingo lo gli di che ho della nel ha è cerca domani per lunedì venerdì
  os uma é não ela ele precisa amanhã segunda sexta com
  het een en niet met voor van zij hij ik naar bij zoekt moet maandag vrijdag
  og jeg skal på hun han er til som ikke ett det att och jag hon är inte för etter mandag tirsdag onsdag
  torsdag fredag lørdag søndag i'morgen trenger behöver måndag`.split(/\s+/),
);

/** Check whether a line may be parsed as English; a line of names and numbers may. */
export function isEnglish(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const latin = line.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  const words = line.match(/(?<![\p{L}\p{N}@.¤-])\p{L}[\p{L}']*(?![@¤])/gu) ?? [];
  return (
    count(words, foreign) <=
    count(
      words.map((word) => word.toLowerCase()),
      english,
    )
  );
}

/** Foreign words count in lower case only, because of names like "Van" and "La". */
function count(words: string[], list: Set<string>): number {
  return words.filter((word, at) => list.has(word) || (at === 0 && list.has(word.toLowerCase())))
    .length;
}
