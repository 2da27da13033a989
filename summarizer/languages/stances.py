"""What can be so or its contrary: for each matter, how either side is said, by verbs, nouns and adjectives.

A line that takes the other side than the article on a matter contradicts it; a negation changes sides. Patterns are matched without
regard to case, against whole words; both languages have the same matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Sides = Mapping[str, tuple[str, str]]

_FRENCH: Sides = MappingProxyType(
    {
        "accept": (
            r"accept\w+|approuv\w+|approbation|adopt\w+|agré\w+|consen\w+|oui|favorables?|feu vert|vot\w+ pour|ratifi\w+|valid\w+|soutien\w*|souten\w+|soutiennent|accord\w+|salu\w+",
            r"refus\w*|rejet\w*|repouss\w+|non(?! loin| plus| seulement)|oppos(?!it|ant)\w+|défavorables?|hostiles?|vot\w+ contre|récus\w+|déclin\w+|désapprouv\w+|éconduit\w*|retoqu\w+|en attente|en suspens",
        ),
        "permit": (
            r"autoris\w+|permet\w*|permis\w*|admis\w*|légal\w*|licites?|homologu\w+",
            r"interdi\w+|prohib\w+|illégal\w*|illicites?|proscri\w+|banni\w*",
        ),
        "rise": (
            r"hausse\w*|augment\w+|grimp\w+|relev\w+|progress\w+|accro[iî]\w+|bond\w*|relèvement|alourdi\w*|gonfl\w+|agrandi\w*|croissance|doubl\w+|envol\w*",
            r"baiss\w+|diminu\w+|recul\w*|rédui\w+|réduction\w*|chut\w+|repli\w*|allég\w+|fond(?:u|re)\w*|dégringol\w+|plong\w+|amput\w+",
        ),
        "open": (
            r"ouvr\w+|ouvert\w*|rouvr\w+|rouvert\w*|réouvert\w*|inaugur\w+",
            r"ferm(?!ier|e\b)\w+|fermer|ferme ses|clôtur\w+",
        ),
        "win": (
            r"gagn\w+ (?:l[ea]s?|contre|face|son|sa|leur|\d)|remport\w+|victoi\w+|victorieu\w+|vainqueu\w+",
            r"perdu\w*|perd|perdent|perdre|défait\w*|batt?us?|échou\w+",
        ),
        "guilt": (r"coupables?|condamn\w+|culpabilité", r"innocen\w+|relax\w+|acquitt\w+|blanchi\w*|disculp\w+"),
        "trial": (
            r"jugée?s?|procès|poursuivi\w*|comparaît\w*|renvoi devant",
            r"non-lieu|abandon des poursuites|classée? sans suite",
        ),
        "admit": (
            r"reconn(?:aît|u|aiss)\w*|admet\w*|concèd\w+|avou\w+|confess\w+|confirm\w+",
            r"nie|nient|nier|nié\w*|démen\w+|contest\w+|réfut\w+|infirm\w+|récus\w+",
        ),
        "hurt": (r"bless\w+|victimes?", r"indemnes?|sain et sauf|sains et saufs"),
        "die": (
            r"mort[se]?|meurt|meurent|mourir|décè[sd]\w*|décédé\w*|tuée?s?|péri\w*|surviv\w+ à aucun",
            r"surviv\w+|survécu\w*|rescapé\w*|en vie|vivante?s?",
        ),
        "damage": (
            r"détrui\w+|endommag\w+|dégâts?|effondr\w+|écroul\w+|céd(?:é|er)|emporté\w*|ravag\w+",
            r"intacte?s?|épargn\w+|résist\w+|ten(?:u|ait) bon|a tenu|ont tenu|préserv\w+",
        ),
        "oblige": (
            r"obligatoires?|contraint\w*|forcée?s?|oblig\w+|impos\w+|licenci\w+",
            r"facultati\w+|volontair\w+|volontariat|libres? de",
        ),
        "dear": (
            r"trop ch[eè]r\w*|coûteu\w+|onéreu\w+|excessi\w+|démesuré\w*|hors de prix",
            r"bon marché|abordables?|raisonnables?|avantageu\w+",
        ),
        "blame": (r"en cause|responsables? de|fauti\w+|défauts?|à l['’]origine", r"hors de cause|étrang\w+ à|dédouan\w+"),
        "succeed": (
            r"réussi\w*|succès|parven\w+|abouti\w*|fonctionn\w+|marche\w*",
            r"échou\w+|échec|manqu[ée]\w*|raté\w*|capot\w+",
        ),
        "sure": (
            r"certains? que|certaine?s? d\w*|sûre?s?|assuré|garanti\w*|(?:est|sont|désormais) certaine?s?|démontr\w+|prouv\w+|établi\w*|sait|savons|savent",
            r"incertain\w*|doute\w*|ignor\w+|inconnue?s?|rien ne dit",
        ),
        "found": (r"retrouv\w+|récupér\w+|localis\w+", r"introuvables?|disparu\w*|portée? disparu\w*|manqu(?:e|ent)"),
        "keep": (
            r"maint(?:ien|enir|enu|ient)\w*|conserv\w+|gard\w+|(?<=\w )rest(?:e|ent|era|eront|er)|demeur\w+|poursui(?:t|vr)\w*|continu\w+|prolong\w+|préserv\w+",
            r"renon\w+|abandonn\w+|m(?:et|ettre|is) (?:fin|un terme)|supprim\w+|suppression|quitt\w+|démission\w*|s['’]en va|s['’]en aller|part|partir|retir\w+|retrait|arrêt\w*|cess\w+|annul\w+|suspend\w*|se sépar\w+|vend\w*",
        ),
        "resume": (
            r"repren\w+|reprise|repris\w*|rétabli\w*|relanc\w+",
            r"interromp\w+|suspend\w*|suspens\w*|bloqu\w+|paralys\w+",
        ),
        "attend": (
            r"participat?\w*|présente?s?|présence|assist(?:e|é|er|ent|aient|eront)\w*(?! par)|prend\w* part|pris part",
            r"absen\w+|boycott\w*|s['’]abst\w+",
        ),
        "include": (r"inclu\w+|compris\w*|admis\w*|intégr\w+|associé\w*", r"exclu[st]?e?s?|écart\w+|à l['’]écart"),
        "hire": (r"embauch\w+|recrut\w+|engag\w+|nomm\w+", r"licenci\w+|limog\w+|renvo[iy]\w+|débarqu\w+|évinc\w+|congédi\w+"),
        "jail": (
            r"arrêtée?s?|arrestation\w*|détention|détenu\w*|incarcér\w+|emprisonn\w+|écrou\w+|en prison|prison ferme",
            r"libér\w+|remise? en liberté|relâch\w+|sursis",
        ),
        "profit": (
            r"bénéfi\w+|rentab\w+|excédent\w*|gagn\w+ de l['’]argent",
            r"déficit\w*|pertes?|dans le rouge|perd\w* de l['’]argent",
        ),
        "better": (r"meilleure?s?|amélior\w+|progrès", r"pires?|détérior\w+|dégrad\w+|empir\w+|aggrav\w+"),
        "stronger": (r"renforc\w+|durable\w*|persist\w+|se maint\w+", r"affaibli\w*|faibli\w*|s['’]estomp\w+|s['’]effrit\w+"),
        "more": (
            r"plus (?:de|d['’]|grand|haut|fort|nombreu|cher|élev|long|rapide|jeune)\w*|supérieure?s?",
            r"moins (?:de|d['’]|grand|haut|fort|nombreu|cher|élev|long|rapide|jeune)\w*|inférieure?s?",
        ),
        "give": (
            r"donn(?!ées?\b|eur)\w+|augment\w+|vers\w+|accord\w+|octro\w+|prêt\w+",
            r"retir\w+|priv[ée]\w*|coup\w+ les vivres",
        ),
        "begin": (r"commenc\w+|débute\w*|démarr\w+|lanc\w+", r"termin\w+|achev\w+|prend\w* fin|s['’]achèv\w+"),
        "late": (r"retard\w*|report\w+|tardi\w+|différ(?:é|er)\w*|trop tard", r"à l['’]heure|en avance|avancé\w*|anticip\w+"),
        "public": (
            r"publi(?:c|que|cs|ques|é|er|ée|és|ées)|dévoil\w+|révél\w+|divulgu\w+",
            r"secret\w*|confidenti\w+|dissimul\w+|cach\w+|tu(?:e|t) ",
        ),
        "please": (
            r"réjoui\w*|salu\w+|félicit\w+|applaudi\w*|satisf\w+|heureu\w+|ravie?s?",
            r"regrett\w+|déplor\w+|déçu\w*|critiqu\w+|dénonc\w+|fustig\w+|indign\w+|malheureu\w+",
        ),
        "trust": (
            r"confian\w+|convaincu\w*|optimis\w+|persuad\w+|rassur\w+|sereine?s?",
            r"mé?fian\w+|dout\w+|pessimis\w+|sceptiqu\w+|inqui\w+|craint\w*|craign\w+|redout\w+|peur",
        ),
        "safe": (r"sûre?s?|inoffensi\w+|sans danger|sans risque", r"danger\w*|risqu\w+|toxiqu\w+|nocif|nocive"),
        "agree": (r"d['’]accord|unanim\w+|entente|s['’]enten\w+", r"désaccord\w*|divis\w+|partag(?:é|ées)\w*|mésentente"),
        "hear": (r"écout\w+|tenu compte|répond\w*|réponse", r"ignor\w+|négli\w+|muette?s?|silence|sourde?s?"),
        "sell": (r"vend\w*|vente|cèd\w+|céd(?:er|é)\w*|se sépar\w+|cession", r"conserv\w+|gard\w+"),
        "steal": (
            r"vol(?:é|er|ée|és|ées)|dérob\w+|pirat\w+|attaque|cyberattaque\w*",
            r"(?:est|sont|restées?) en sécurité|protég\w+",
        ),
        "free": (r"gratuite?s?|sans frais|offert\w*", r"payant\w*|factur\w+"),
        "forbear": (r"s['’]abst\w+|évit\w+|renon\w+|exclu\w*|écart(?:e|er|é|ent)", r"envisag\w+|menac\w+"),
    }
)

_ENGLISH: Sides = MappingProxyType(
    {
        "accept": (
            r"accept\w*|agree\w*|approv\w+|adopt\w+|endors\w+|back(?:s|ed|ing)?|support\w*|in favou?r|vot\w+ for|yes|consent\w*|ratif\w+|pass(?:ed|es)|welcom\w+",
            r"reject\w*|refus\w+|turn\w* down|oppos(?:e|es|ed|ing)|vot\w+ against|declin\w+ to|veto\w*|said no|rebuff\w*|spurn\w*|disapprov\w+|thr[eo]w\w* out|pending|await\w*",
        ),
        "permit": (
            r"allow\w*|permit\w*|authori[sz]\w+|licen[sc]\w+|legal|lawful\w*|admitted|eligible",
            r"ban(?:s|ned|ning)?|forbid\w*|forbade|prohibit\w*|outlaw\w*|barr(?:ed|ing)|illegal\w*|unlawful\w*|unlicen\w+|ineligible|excluded",
        ),
        "rise": (
            r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:s|n|ing|th)?|climb\w+|jump\w*|rais\w+|gain\w*|higher|soar\w*|surg\w+|doubl\w+|expand\w*",
            r"fall(?:s|en|ing)?|fell|drop\w*|decreas\w+|declin(?:e|ed|es|ing)(?! to)|reduc\w+|shr[aiu]nk\w*|cut\w*|lower\w*|slip\w*|slump\w*|plung\w+|halv\w+|dwindl\w+",
        ),
        "open": (r"open\w*|reopen\w*|inaugurat\w+", r"clos(?:e|es|ed|ing|ure)|shut\w*"),
        "win": (r"w[io]n(?:s|ning|ner|ners)?|victor\w+|beat\w*|triumph\w*", r"los(?:e|es|t|ing)|defeat\w*|beaten"),
        "guilt": (r"guilty|convict\w+|condemn\w+", r"innocen\w+|acquitt\w+|cleared|exonerat\w+|quash\w+|overturn\w+"),
        "trial": (
            r"stand\w* trial|retrial\w*|(?:second|new|fac\w+|on) trial|be tried|prosecuted|prosecution of",
            r"dismiss\w+ the case|(?:thr[eo]w\w*|toss\w*) (?:\w+ )?(?:case|charges?) out|charges dropped|dropp\w+ (?:the )?(?:case|charges)",
        ),
        "admit": (
            r"admit\w*|acknowledg\w+|conced\w+|confess\w*|confirm\w*|recogni[sz]\w+",
            r"den(?:y|ies|ied|ial|ials)|disput\w+|refut\w+|reject\w* (?:the |any )?(?:accus|alleg|claim|charge|critic)\w+|contest\w*",
        ),
        "hurt": (r"hurt|injur\w+|wound\w*|harm(?:ed|s)?|casualt\w+", r"unhurt|unharmed|unscathed|uninjured|safe and sound"),
        "die": (r"die[sd]?|dying|dead|death\w*|kill\w*|fatal\w*|perish\w*", r"surviv\w+|alive"),
        "damage": (
            r"damag\w+|destroy\w*|collaps\w+|gave way|wreck\w*|melted",
            r"intact|undamaged|spared|withstood|in one piece|unscathed",
        ),
        "oblige": (r"compulsory|mandatory|forced|obligat\w+|oblig(?:ed|es)|compel\w*", r"voluntar\w+|optional"),
        "dear": (r"expensive|too (?:high|dear|much|costly)|costly|unaffordable|exorbitant", r"cheap\w*|affordabl\w+|afford"),
        "blame": (r"to blame|at fault|faults?|responsible for|culprits?", r"blameless|not involved|cleared"),
        "succeed": (
            r"succeed\w*|success\w*|manag(?:ed|es) to|convert\w*|work(?:s|ed)",
            r"fail(?:s|ed|ing|ure)?|miss(?:ed|es)|flop\w*|unsuccess\w+|in vain",
        ),
        "sure": (
            r"certain|sure|prov(?:e|es|ed|en)|proofs?|mean(?:s|t)?|demonstrat\w+|establish\w+|know(?:s|n)?|beyond doubt",
            r"uncertain\w*|unsure|unproven|doubt\w*|unclear|unknown",
        ),
        "found": (r"found|recover\w*|locat\w+|traced|retriev\w+", r"missing|untraced|disappear\w*|unaccounted"),
        "keep": (
            r"ke[ep]\w*|maintain\w*|retain\w*|remain\w*|stay\w*|continu\w+|go(?:es)? on|carr\w+ on|preserv\w+|extend\w*",
            r"abandon\w*|scrap\w*|stop\w*|end(?:s|ed|ing)?|cancel\w*|withdr[ae]w\w*|giv\w+ up|gave up|abolish\w*|leav\w+|(?<!be )left (?:the|his|her|their|its)|quit\w*|resign\w*|axe[ds]?|do(?:ing|es)? away with|disappear\w*",
        ),
        "resume": (r"resum\w+|restor\w+|relaunch\w*|reconnect\w*", r"interrupt\w*|suspend\w*|block\w*|paralys\w+|halt\w*"),
        "attend": (
            r"attend(?:s|ed|ing|ance)?|present|t[oa]k\w* part|participat\w+",
            r"absen\w+|boycott\w*|stay\w* away|skipp\w+",
        ),
        "include": (r"includ\w+|admit(?:ted|s)|eligible|part of", r"exclud\w+|left out|ineligible|omit\w*"),
        "hire": (
            r"hir(?:e|ed|es|ing)|recruit\w*|appoint\w*|employ(?:ed|s)",
            r"sack\w*|dismiss\w*|fir(?:ed|ing)|oust\w*|la(?:y|id|ying|ys) off|redundan\w+|lost (?:his|her|their) jobs?",
        ),
        "jail": (
            r"arrest\w*|detain\w*|jail\w*|imprison\w*|in custody|behind bars|being held",
            r"releas\w+|freed|bail|walked out",
        ),
        "profit": (
            r"profit\w*|in the black|surplus\w*|earn\w+ money|ma[dk]e\w* money",
            r"loss(?:es|-making)?|los\w+ money|in the red|deficit\w*",
        ),
        "better": (r"better|improv\w+|best", r"worse\w*|worst|deteriorat\w+"),
        "stronger": (
            r"strengthen\w*|last(?:s|ed)|persist\w*|held up|endur\w+",
            r"weaken\w*|fad(?:e|ed|es|ing)|wan(?:e|ed|es|ing)|w[eo]re? off",
        ),
        "more": (
            r"more than|over(?= [\d£$€])|above|larger|longer|greater",
            r"less than|fewer|under(?= [\d£$€])|below|smaller|shorter",
        ),
        "give": (
            r"giv\w+ (?:more|money)|gave|increas\w+|pa(?:y|id|ys)|grant(?:s|ed)?|lend\w*|lent|donat\w+",
            r"withh[eo]ld\w*|depriv\w+|starv\w+",
        ),
        "begin": (r"beg[aiu]n\w*|start\w*|launch\w*", r"end(?:s|ed)|finish\w*|complet\w+|conclud\w+"),
        "late": (
            r"late|delay\w*|postpon\w+|deferr\w+|overdue|out of date|too late",
            r"on time|punctual\w*|early|ahead of|up to date",
        ),
        "public": (r"publi[cs]\w*|reveal\w*|disclos\w+|unveil\w*", r"secret\w*|confidential\w*|conceal\w*|hid(?:den|e|es|ing)?"),
        "please": (
            r"welcom\w+|prais\w+|delight\w*|pleas\w+|happy|satisf\w+|applaud\w*|congratulat\w+",
            r"regret\w*|deplor\w+|disappoint\w*|critici\w+|denounc\w+|unhappy|betray\w*|condemn\w+|slam\w*",
        ),
        "trust": (
            r"confiden(?:t|ce|tly)|convinced|optimis\w+|reassur\w+|hop(?:e|es|ed|eful)",
            r"doubt\w*|pessimis\w+|scepti\w+|skepti\w+|worr\w+|fear\w*|afraid|anxious\w*",
        ),
        "safe": (r"safe(?!ty)\w*|harmless\w*", r"danger\w*|unsafe|risk\w*|toxic|hazard\w*"),
        "agree": (r"agree\w*|unanim\w+|united|consensus", r"disagree\w*|divided|split"),
        "hear": (r"listen\w*|heed\w*|respond\w*|answer\w*|took notice", r"ignor\w+|neglect\w*|deaf|silen\w+"),
        "sell": (r"sell\w*|sold|sale", r"ke[ep]\w*|retain\w*"),
        "steal": (r"st[oe]l\w+|theft\w*|hack\w*|arson|on purpose|deliberate\w*", r"accident\w*|secure"),
        "free": (r"free of charge|for free|for nothing|without (?:a )?fee|gratis", r"charg(?:e|ed|es) for|paid for by users"),
        "forbear": (
            r"abstain\w*|avoid\w*|forgo\w*|rul(?:e|ed|es|ing) out|exclud\w+|decid\w+ against|unlikely",
            r"threaten\w*|consider(?:s|ed|ing)",
        ),
    }
)

STANCES: Mapping[str, Sides] = MappingProxyType({"fr": _FRENCH, "en": _ENGLISH})
