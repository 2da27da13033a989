"""What generated lines are checked by: numbers in words, dates, negations, contraries, roles, names of countries.

One :class:`ClaimWords` record a language, of one shape; the logic is in :mod:`summarizer.support`. Patterns are matched without
regard to case, against whole words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from summarizer.languages.record import Patterns, Words
from summarizer.resources import languages_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The words by which a claim is compared with the article, in one language."""

    numbers: Mapping[str, int]
    """Number words below a hundred that are added up, folded as written."""
    multipliers: Mapping[str, int]
    """Words that multiply what stands before them."""
    fractions: Mapping[str, float]
    """Fractions in words (patterns) -> their value."""
    joiners: Words
    """Words inside a number ("vingt et un", "two hundred and ten")."""
    roundings: Words
    """Words before a number that make it an approximate one."""
    floors: Words
    """Those of them that say that it is at least so much."""
    differences: Patterns
    """Words that make a number the difference of two."""
    lone_multipliers: Words
    """Multipliers that are a number by themselves ("her first hundred days")."""
    durations: Mapping[str, float]
    """Pattern of a unit of time behind a number -> its length in days."""
    percents: str
    """What follows a percentage."""
    currencies: Mapping[str, str]
    """Pattern of a currency after or before an amount -> its ISO 4217 code."""
    months: Mapping[str, int]
    """Month -> its number."""
    weekdays: Words
    """Names of the days of the week."""
    capital_dates: bool
    """Whether days and months are written with a capital."""
    negations: Patterns
    """Explicit negations."""
    announcers: Patterns
    """Words that stand before the verb of a negation that stands behind it."""
    subordinators: Words
    """Words that start what a verb before them says or denies."""
    conditions: Words
    """Words that start what is not said to be so."""
    wishes: Patterns
    """Verbs of wishing and fearing: what follows them is not said to be so."""
    no_negations: Patterns
    """What looks like one and is none."""
    denials: Patterns
    """Verbs, nouns and adjectives that negate what stands with them."""
    hints_of_negation: Patterns
    """Words by which the same can be said without a negation ("only after" for "not before")."""
    contrasts: Patterns
    """Words before what is not so, while something else is ("rather than")."""
    clause_starts: Words
    """Words that start a clause."""
    clause_links: Words
    """Words after which one of these starts none ("plutôt que")."""
    agent_marks: Words
    """Words between a passive verb and who acts."""
    possessive_marks: Words
    """Words between a noun for an act and who acts."""
    inverted_starts: Patterns
    """What stands before a subject that follows its verb or its object."""
    generic_names: Words
    """What is written with capitals and names nobody in particular, in small letters."""
    name_modifiers: str
    """Pattern of a word in small letters that goes on with a name of a general noun ("Club alpin", "Agence de la mer")."""
    determiners: Words
    """Words before a title or an office."""
    house_links: str
    """Pattern of what joins a person's name to the house that she belongs to."""
    predicates: Mapping[str, str]
    """What one party does to another -> pattern of the verbs and nouns for it."""
    bodies: Words
    """Nouns for bodies that act: companies, authorities, courts, clubs; folded."""
    pronouns: Words
    """Pronouns for somebody or something told before, as a subject."""
    possessives: Words
    """Words for what belongs to somebody told before, and pronouns in other places than the subject's."""


_FRENCH = ClaimWords(
    numbers=MappingProxyType(
        {
            "zéro": 0,
            "un": 1,
            "une": 1,
            "deux": 2,
            "trois": 3,
            "quatre": 4,
            "cinq": 5,
            "six": 6,
            "sept": 7,
            "huit": 8,
            "neuf": 9,
            "dix": 10,
            "onze": 11,
            "douze": 12,
            "treize": 13,
            "quatorze": 14,
            "quinze": 15,
            "seize": 16,
            "vingt": 20,
            "vingts": 20,
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "septante": 70,
            "nonante": 90,
            "dizaine": 10,
            "douzaine": 12,
            "quinzaine": 15,
            "vingtaine": 20,
            "trentaine": 30,
            "quarantaine": 40,
            "cinquantaine": 50,
            "soixantaine": 60,
            "centaine": 100,
        }
    ),
    multipliers=MappingProxyType(
        {
            "cent": 100,
            "cents": 100,
            "décennie": 10,
            "décennies": 10,
            "mille": 1_000,
            "millier": 1_000,
            "milliers": 1_000,
            "million": 10**6,
            "millions": 10**6,
            "milliard": 10**9,
            "milliards": 10**9,
            "billion": 10**12,
            "billions": 10**12,
        }
    ),
    fractions=MappingProxyType(
        {
            r"demi-(?=million|milliard)": 0.5,
            r"la moitié": 0.5,
            r"(?:un|le) tiers": 1 / 3,
            r"(?:les )?deux tiers": 2 / 3,
            r"un quart": 0.25,
            r"(?:les )?trois quarts": 0.75,
            r"un cinquième|une? (?:\w+ ){0,3}sur cinq": 0.2,
            r"un dixième|une? (?:\w+ ){0,3}sur dix": 0.1,
            r"une? (?:\w+ ){0,3}sur deux": 0.5,
            r"une? (?:\w+ ){0,3}sur trois": 1 / 3,
            r"une? (?:\w+ ){0,3}sur quatre": 0.25,
        }
    ),
    joiners=frozenset(("et",)),
    roundings=frozenset("environ quelque quelques près plus moins presque autour approximativement plus à-peu-près".split()),
    floors=frozenset("plus moins".split()),
    differences=(
        r"de (?:plus|moins)",
        r"(?:plus|moins) (?:que|qu['’])",
        r"écart",
        r"avance",
        r"différence",
        r"de retard",
        r"auparavant",
        r"autrefois",
        r"baisse|hausse|recul|réduction|diminution|augmentation|compens\w+",
    ),
    lone_multipliers=frozenset(("mille",)),
    durations=MappingProxyType(
        {
            r"secondes?": 1 / 86_400,
            r"minutes?": 1 / 1_440,
            r"heures?": 1 / 24,
            r"jours?": 1.0,
            r"semaines?": 7.0,
            r"mois": 30.4,
            r"ans?|années?": 365.0,
        }
    ),
    percents=r"%|pour cent",
    currencies=MappingProxyType({r"€|euros?": "EUR", r"\$|dollars?": "USD", r"£|livres(?: sterling)?": "GBP"}),
    months=MappingProxyType(
        {
            "janvier": 1,
            "février": 2,
            "mars": 3,
            "avril": 4,
            "mai": 5,
            "juin": 6,
            "juillet": 7,
            "août": 8,
            "septembre": 9,
            "octobre": 10,
            "novembre": 11,
            "décembre": 12,
        }
    ),
    weekdays=frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    capital_dates=False,
    negations=(
        r"pas",
        r"jamais",
        r"aucune?s?",
        r"nulle?",
        r"nullement",
        r"ni",
        r"non",
        r"sans",
        r"guère",
        r"n(?:e |['’])\w+(?: \w+){0,2} (?:plus|rien|personne)",
        r"ne plus (?=\w+(?:er|ir|re)\b)",
        r"(?:personne|rien) n(?:e|['’])",
        r"rien",
        r"plus (?=aucun|jamais|rien|le droit|possible|question)",
    ),
    announcers=(r"ne", r"n['’]"),
    subordinators=frozenset(("que", "qu")),
    conditions=frozenset(("si",)),
    wishes=(
        r"propos\w+",
        r"souhait\w+",
        r"demand\w+",
        r"voudr\w+|veu[tlx]\w*|voul\w+",
        r"esp[éè]r\w+",
        r"crain\w+|craign\w+|redout\w+",
        r"réclam\w+|exig\w+",
    ),
    no_negations=(
        r"non seulement",
        r"jamais vu\w*",
        r"(?:di\w+|vot\w+) non(?= [àa]u?x?)",
        r"pas seulement",
        r"pas moins",
        r"sans doute",
        r"non loin",
        r"n(?:e |['’])\w+ (?:\w+ )?plus qu(?:e|['’])",
        r"pas à pas",
        r"premier pas",
        r"pourquoi (?:donc )?pas",
    ),
    denials=(
        r"refus\w*",
        r"nie(?:nt)?|ni[ée]e?s?|nier",
        r"démen\w+",
        r"exclu\w*",
        r"absen\w+",
        r"faute de?",
        r"priv[ée]e?s? de?",
        r"intacte?s?",
        r"indemnes?",
        r"épargn\w+",
        r"échou\w+|échec",
        r"interdi\w+",
        r"empêch\w+",
        r"impossible",
        r"dépourvu\w*",
        r"évit\w+",
        r"hors de?",
        r"s['’]abst[eé]n\w+|abstention\w*",
        r"annul\w+",
        r"renon\w+",
        r"injustifi\w+",
        r"écart(?:e|é|ée|ent|er)",
    ),
    hints_of_negation=(
        r"manqu\w+",
        r"s['’]y\b",
        r"contest\w+",
        r"abandonn\w+",
        r"désapprouv\w+",
        r"mal",
        r"trop",
        r"loin",
        r"première?s?",
        r"cess\w+",
        r"suspend\w*|suspens\w*",
        r"arrêt\w*",
        r"seulement",
        r"tardi\w+|tard",
        r"relax\w+|acquitt\w+",
        r"volontair\w+",
        r"encore",
        r"en vie|vivante?s?",
        r"jusqu\w*",
        r"inconnue?s?|ignor\w+",
        r"inutile\w*",
        r"malgré|bien que|réticen\w+",
        r"plutôt",
        r"libre\w*",
        r"toujours",
        r"en attente",
        r"laiss\w+",
        r"oppos[ae]\w*|opposée?s?|rejet\w+|repouss\w+",
        r"perd\w*|perte",
        r"fin",
        r"attend\w*",
        r"moins",
        r"secret\w*",
        r"rare\w*",
        r"déserté\w*",
        r"vide\w*",
        r"gard\w+|maint\w+|reste\w*|demeur\w+",
    ),
    contrasts=(r"plutôt qu(?:e|['’])", r"au lieu d(?:e|['’])", r"loin d(?:e|['’])"),
    clause_starts=frozenset(
        "qui que qu dont où car mais tandis alors lorsque quand si comme puisque pendant et ou afin après avant selon malgré sans".split()
    ),
    clause_links=frozenset("plutôt plus moins aussi autant".split()),
    agent_marks=frozenset(("par",)),
    possessive_marks=frozenset("de du des d".split()),
    inverted_starts=(r"(?:que|qu['’]) ?(?:l[ea] |les |l['’])?$", r"contre (?:l[ea] |les |l['’])?$"),
    generic_names=frozenset("contrairement état église internet pdg dg tv pme web bourse".split()),
    name_modifiers=r" (?:(?:d[eu]s? |de la |de l['’]|d['’]|aux? |pour )[\w-]{4,}|[\w-]+(?:ien|ienne|al|ale|ique|aire|ais|aise|ain|aine|éen|éenne|pin|if|ive|el|elle))(?!\w)",
    determiners=frozenset("le la les l un une son sa ses leur leurs notre votre cet cette ce".split()),
    house_links=r"(?:de|du|des|chez|pour) (?:la |l['’]|les )?|d['’]",
    predicates=MappingProxyType(
        {
            "acquire": r"rach[eè]t\w*|ach[eè]t\w*|acqui\w+|repren\w+|repris\w*|reprise|absorb\w+|s['’]offr\w+|mainmise",
            "beat": r"batt\w*|bat|vainc\w+|vainqueur\w*|victoire\w*|victorieu\w+|domin\w+|élimin\w+|écras\w+|l['’]emport\w+",
            "accuse": r"accus\w+|reproch\w+|dénonc\w+|soupçonn\w+|incrimin\w+",
            "sue": r"plainte|poursui\w+|attaqu\w+|assign\w+|procès",
            "criticise": r"critiqu\w+|fustig\w+|blâm\w+|désapprouv\w+",
            "replace": r"remplac\w+|succéd\w+|succession|successeur\w*",
            "kill": r"tu[ée]\w*|abatt\w+|assassin\w+|meurtr\w+",
            "support": r"souten\w+|soutien\w*|appu\w+|défend\w*",
            "pay": r"vers\w+|pay\w+|rembours\w+|financ\w+",
            "sell": r"vend\w*|vente|céd\w+|cession",
            "dismiss": r"limog\w+|renvo\w+|licenci\w+|écart\w+|évinc\w+",
            "threaten": r"menac\w+",
            "submit": r"dépos\w+|présent\w+|propos\w+|défend\w*",
            "resist": r"réticen\w+|réserves?|oppos\w+|objection\w*|hostil\w+",
        }
    ),
    bodies=frozenset(
        (
            "academie administration agence agglomeration ambassade antenne archeveche armee assemblee association assurance "
            "assureur autorite bailleur banque barreau bibliotheque brigade bureau cabinet caisse cave cellule centrale "
            "centre chaine chambre chancellerie clinique club coalition collectif collectivite college comite commissariat "
            "commission communaute commune compagnie confederation conseil conservatoire consortium constructeur consulat "
            "cooperative coordination cour delegation departement diocese direction distributeur ecole editeur editions "
            "eglise enseigne entreprise equipe etablissement etat eveche executif exploitant fabricant federation festival "
            "filiale firme fondation fonds fournisseur front gendarmerie gestionnaire gouvernement groupe groupement "
            "hebdomadaire hopital inspection institut intercommunalite journal jury justice laboratoire ligue loueur lycee "
            "mairie maison marine metropole ministere mission mouvement municipalite musee mutuelle observatoire office ong "
            "opera operateur orchestre ordre organisation organisme parc parlement paroisse parquet parti plateforme police "
            "prefecture presidence prestataire promoteur quotidien radio rectorat regie region reseau revue senat service "
            "societe sous-prefecture start-up studio syndicat theatre transporteur tribunal union universite usine ville zoo"
        ).split()
    ),
    pronouns=frozenset("il elle ils elles".split()),
    possessives=frozenset("son sa ses leur leurs lui".split()),
)

_ENGLISH = ClaimWords(
    numbers=MappingProxyType(
        {
            "zero": 0,
            "one": 1,
            "two": 2,
            "three": 3,
            "four": 4,
            "five": 5,
            "six": 6,
            "seven": 7,
            "eight": 8,
            "nine": 9,
            "ten": 10,
            "eleven": 11,
            "twelve": 12,
            "thirteen": 13,
            "fourteen": 14,
            "fifteen": 15,
            "sixteen": 16,
            "seventeen": 17,
            "eighteen": 18,
            "nineteen": 19,
            "twenty": 20,
            "thirty": 30,
            "forty": 40,
            "fifty": 50,
            "sixty": 60,
            "seventy": 70,
            "eighty": 80,
            "ninety": 90,
            "a": 1,
            "an": 1,
        }
    ),
    multipliers=MappingProxyType(
        {
            "hundred": 100,
            "decade": 10,
            "decades": 10,
            "thousand": 1_000,
            "million": 10**6,
            "millions": 10**6,
            "billion": 10**9,
            "billions": 10**9,
            "trillion": 10**12,
            "m": 10**6,
            "mn": 10**6,
            "bn": 10**9,
            "tn": 10**12,
            "k": 1_000,
            "dozen": 12,
        }
    ),
    fractions=MappingProxyType(
        {
            r"half a (?=million|billion|dozen)": 0.5,
            r"a quarter of a (?=million|billion)": 0.25,
            r"half (?:of|the)\b": 0.5,
            r"(?:a|one) third": 1 / 3,
            r"two[- ]thirds": 2 / 3,
            r"(?:a|one) quarter of(?! a)": 0.25,
            r"three[- ]quarters": 0.75,
            r"(?:a|one) fifth|one (?:\w+ ){0,2}in five": 0.2,
            r"(?:a|one) tenth|one (?:\w+ ){0,2}in ten": 0.1,
            r"one (?:\w+ ){0,2}in two": 0.5,
            r"one (?:\w+ ){0,2}in three": 1 / 3,
            r"one (?:\w+ ){0,2}in four": 0.25,
        }
    ),
    joiners=frozenset(("and",)),
    roundings=frozenset("about around roughly some nearly almost over under more less approximately than up least most".split()),
    floors=frozenset("over more least".split()),
    differences=(
        r"more",
        r"less|fewer",
        r"than",
        r"gap",
        r"difference",
        r"lead",
        r"earlier|later|longer|shorter",
        r"cut|drop|rise|increase|fall|shortfall",
    ),
    lone_multipliers=frozenset(("hundred", "thousand", "dozen")),
    durations=MappingProxyType(
        {
            r"seconds?|sec": 1 / 86_400,
            r"minutes?|min": 1 / 1_440,
            r"hours?": 1 / 24,
            r"days?": 1.0,
            r"weeks?": 7.0,
            r"months?": 30.4,
            r"years?": 365.0,
        }
    ),
    percents=r"%|per ?cent",
    currencies=MappingProxyType({r"€|euros?": "EUR", r"\$|dollars?": "USD", r"£|pounds?|sterling": "GBP"}),
    months=MappingProxyType(
        {
            "january": 1,
            "february": 2,
            "march": 3,
            "april": 4,
            "may": 5,
            "june": 6,
            "july": 7,
            "august": 8,
            "september": 9,
            "october": 10,
            "november": 11,
            "december": 12,
            "jan": 1,
            "feb": 2,
            "mar": 3,
            "apr": 4,
            "jun": 6,
            "jul": 7,
            "aug": 8,
            "sept": 9,
            "sep": 9,
            "oct": 10,
            "nov": 11,
            "dec": 12,
        }
    ),
    weekdays=frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    capital_dates=True,
    negations=(
        r"not",
        r"no",
        r"never",
        r"none",
        r"nobody",
        r"nothing",
        r"neither",
        r"nor",
        r"without",
        r"cannot",
        r"\w+n['’]t",
        r"no one",
        r"no longer",
        r"yet to",
    ),
    announcers=(r"did", r"does", r"do"),
    subordinators=frozenset(("that",)),
    conditions=frozenset(("if", "whether", "unless")),
    wishes=(
        r"propos\w+",
        r"wish\w*|want\w*",
        r"ask\w*|demand\w*|request\w*",
        r"hop(?:e|es|ed|ing)",
        r"fear\w*|worr\w+",
        r"recommend\w*|urg(?:e|es|ed|ing)",
    ),
    no_negations=(
        r"not only",
        r"not since",
        r"(?:sa(?:y|ys|id)|voted) no (?=to)",
        r"no less than",
        r"no more than",
        r"not just",
        r"no doubt",
        r"why not",
        r"had (?:\w+ ){1,3}not",
        r"no[- ]win[- ]no[- ]fee",
    ),
    denials=(
        r"refus\w+",
        r"den(?:y|ies|ied|ial)",
        r"rul(?:e|ed|es|ing) out",
        r"exclud\w+",
        r"absen\w+",
        r"lack\w*",
        r"fail(?:s|ed|ing|ure)?",
        r"escap(?:e|es|ed|ing)",
        r"spared",
        r"unharmed|unhurt|intact|undamaged",
        r"ban(?:s|ned|ning)?",
        r"prevent\w*",
        r"impossible",
        r"unable",
        r"avoid\w*|avert\w*",
        r"withh[eo]ld\w*",
        r"unlikely",
        r"decided against",
        r"left out",
        r"abstain\w*",
        r"unapproved|unlicensed|unpaid",
        r"missed",
    ),
    hints_of_negation=(
        r"stop\w*",
        r"ended",
        r"cancel\w+",
        r"dismiss\w*|thr[eo]w\w*",
        r"withdr[ae]w\w*",
        r"drop(?:s|ped)?",
        r"first",
        r"only",
        r"too",
        r"pending",
        r"still",
        r"yet",
        r"until",
        r"out of",
        r"instead|rather",
        r"abandon\w*|giv\w+ up",
        r"unknown",
        r"stays?|stay(?:ed|ing)",
        r"criticis\w+|criticiz\w+",
        r"disapprov\w+",
        r"regret\w*",
        r"wait\w*",
        r"sooner|late",
        r"alive",
        r"free",
        r"keep\w*|kept",
        r"object\w*",
        r"unlawful\w*|illegal\w*",
        r"cleared|acquitt\w+",
        r"reject\w*|oppos(?:e|es|ed|ing)",
        r"los[et]\w*|lost",
        r"missing",
        r"fewer|less",
        r"secret\w*",
        r"rare\w*",
        r"empty",
        r"remain\w*",
    ),
    contrasts=(r"rather than", r"instead of", r"far from"),
    clause_starts=frozenset(
        "which who that whom whose while but because although though when where if as since and or so after before despite according following without".split()
    ),
    clause_links=frozenset("well long far soon such same".split()),
    agent_marks=frozenset(("by",)),
    possessive_marks=frozenset(("of", "from")),
    inverted_starts=(r"(?:whom|that|which|against) (?:the |an? )?$",),
    generic_names=frozenset("unlike mp mps gp gps ngo ngos ceo cfo pm tv web internet parliament congress".split()),
    name_modifiers=r" (?:of|for|on) (?:the )?[\w-]{4,}(?!\w)",
    determiners=frozenset("the a an its his her their our this that s".split()),
    house_links=r"(?:of|from|at|for|with) (?:the )?",
    predicates=MappingProxyType(
        {
            "acquire": r"buy\w*|bought|acqui\w+|tak(?:e|es|ing|en) over|took over|takeover|purchas\w+|swallow\w*",
            "beat": r"beat\w*|defeat\w*|victor\w+|w[io]n (?:over|against)|win over|overc[ao]me|eliminat\w+|thrash\w*",
            "accuse": r"accus\w+|blam\w+|alleg\w+|suspect\w*",
            "sue": r"sue[sd]?|suing|lawsuit|sued|complain\w+",
            "criticise": r"criticis\w+|criticiz\w+|slam\w*|attack\w*|disapprov\w+",
            "replace": r"replac\w+|succeed\w*|successor",
            "kill": r"kill\w*|murder\w*|sh[oe]t\w*|assassinat\w+",
            "support": r"support\w*|back(?:s|ed|ing)|endors\w+|defend\w*",
            "pay": r"pay\w*|paid|financ\w+|fund\w*",
            "sell": r"sell\w*|sold",
            "dismiss": r"fir(?:e|ed|ing)|sack\w*|oust\w*|dismiss\w*",
            "threaten": r"threat\w*",
            "submit": r"introduc\w+|propos\w+|submit\w*|brought|bring\w*|tabl\w+",
            "resist": r"object\w+|oppos\w+|resist\w*|reservation\w*",
        }
    ),
    bodies=frozenset(
        (
            "academy administration agency airline airport alliance army assembly association authority bakery bank bench "
            "board body branch brewery broadcaster builder bureau business cabinet campaign carmaker center centre chain "
            "chamber charity church city clinic club coalition college commission commissioner committee community company "
            "confederation congress consortium consultancy contractor cooperative coroner council county court department "
            "developer diocese district embassy employer factory federation festival firm force foundation fund gallery "
            "garage government group guild hospital hotel house inspectorate institute insurer investor jury lab laboratory "
            "league legislature lender library magistrate maker manufacturer ministry mosque movement museum navy network "
            "newspaper office ombudsman operator opposition orchestra organisation organization owner panel paper parish "
            "parliament party platform police practice prison producer prosecutor province publisher regulator retailer "
            "school senate service shop society start-up startup state station store studio subsidiary supermarket supplier "
            "task team theater theatre treasury tribunal trust union university utility village watchdog zoo"
        ).split()
    ),
    pronouns=frozenset("he she they it".split()),
    possessives=frozenset("his her their its him them".split()),
)

CLAIM_WORDS = MappingProxyType({"fr": _FRENCH, "en": _ENGLISH})


@dataclass(frozen=True, slots=True)
class Country:
    """The names for one country and for who and what belongs to it, in both languages; its usual name in each."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    usual: Mapping[str, str]


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries of ``countries.tsv``: names, capitals and seats of government; adjectives."""
    lines = (languages_folder() / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(
        Country(
            tuple(name for cell in (row[0], row[1]) for name in cell.split("|")),
            tuple(row[2].split("|") + row[3].split("|")),
            MappingProxyType({"fr": row[0].split("|")[0], "en": row[1].split("|")[0]}),
        )
        for row in rows
    )
