"""French."""

from __future__ import annotations

from types import MappingProxyType

from summarizer.languages.record import Language

_TERM = r"(?P<term>(?:[A-ZÉÈÀÂÎÔÇŒ][\w’'-]*|\w[\w’'-]*)(?: (?:de|du|des|d['’]|à|en|la|le|les|l['’])?[\w’'-]+){0,5})"
# A name that somebody gives, before what it is given to: no article is in it ("on appelle miellée la période où…").
_TERM_CALLED = r"(?P<term>\w[\w’'-]*(?: (?:(?:de|du|des|à|en) |d['’]|(?:de |à )(?:la |l['’]))?(?!(?:une?|la|les?|des|toute?|ce)\b|l['’])[\w’'-]+){0,5}?)"
_NOUN_PHRASE = r"(?P<definition>[^.;:!?()]{12,240}?)"
_END = r"(?=[.;:!?()]|$)"
# Other names of the term between it and its verb, and adverbs after the verb; where a term ends in running text.
_GAP = r"(?: ?\([^()]{1,90}\)|,? (?:aussi |également |parfois |encore |ou |dite? |abrégée? |littéralement |anciennement |officiellement |appelée? |surnommée? |en )[^,.;]{2,80},)*"
_ADVERBS = r"(?:souvent |aussi |également |généralement |habituellement |simplement |parfois |donc |en fait |tout simplement |en réalité )*"
_START = r"(?:[Ll]e (?:terme|mot|nom|concept|principe)(?: de| d['’])? ?(?:[«\"“] ?)?|[Ll]es? |[Ll]a |[Ll]['’]|[Uu]n |[Uu]ne )?"
_STOP = r"(?= ?[,.;:!?()—–»\"”]| (?:et|ou|parce|dans|par|qui|que|dont|lorsque|si|pour|avec|comme|après|avant|est|sont|était|a|ont|en|au|aux|sur)\b|$)"
_TERM_SHORT = r"(?P<term>\w[\w’'-]*(?: (?:de |du |des |d['’]|à |la |le |les |l['’])?[\w’'-]+){0,4}?)"

_AUXILIARIES = frozenset(
    """a ont est sont avait avaient va vont doit doivent peut peuvent sera seront était étaient fut furent serait
        seraient aurait auraient aura auront fait font devrait devraient pourrait pourraient""".split()
)
# "Ce lundi", "cette semaine": the day of the reader, not one that an earlier sentence tells of ("ce soir-là").
_THIS_TIME = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-end|matin|midi|soir|mois|printemps|trimestre|semestre|siècle|semaine"
    r"|année|nuit|matinée|après-midi|soirée|été|automne|hiver|saison|rentrée)(?:-ci)?(?![\w-])"
)
# A subject that opens its sentence and names nobody.
_SUBJECT = r"(?:(?:les?|la|des|une?|chaque|certaine?s|plusieurs|de nombreu(?:x|ses)) |l['’])(?-i:[^\s,A-ZÀ-Ý]+ ){1,5}?"
_VERB_FOLLOWS = rf"(?= (?:(?:ne |n['’]|s['’]|se |en |y )?(?:{'|'.join(sorted(_AUXILIARIES))})|ne|se) )"

# Participles of what one says.
_SAID = r"déclaré|indiqué|annoncé|précisé|ajouté|expliqué|souligné|rappelé|assuré|affirmé|estimé|jugé|poursuivi|confié|détaillé|dit|raconté|dénoncé|regretté|prévenu|martelé|lancé|écrit|tweeté|réagi|commenté|répondu|insisté|conclu|fait savoir"
_PRONOUN_SPEAKERS = (
    r"[, ](?:a|ont|avait|avaient|aurait)[- ]?t?[- ](?:il|elle|ils|elles) [^,.]*?\b(?:" + _SAID + r")\b",
    r"[, ](?:dit|déclare|précise|indique|explique|affirme|assure|ajoute|estime|souligne|poursuit|raconte|confie|conclut|insiste|rappelle|lance|regrette|juge)(?:-t)?-(?:il|elle|ils|elles)\b",
)

FRENCH = Language(
    code="fr",
    name="français",
    role_labels=MappingProxyType(
        {
            "event": "Le scoop",
            "cause": "La raison",
            "consequence": "Les conséquences",
            "figures": "Les chiffres",
            "reaction": "Les réactions",
            "context": "Le contexte",
            "next": "La suite",
            "takeaway": "Le message",
        }
    ),
    origin_labels=MappingProxyType({"article": "article", "lexicon": "lexique", "termbase": "terminologie", "engine": "moteur"}),
    entity_labels=MappingProxyType(
        {
            "PER": "personne",
            "ORG": "organisation",
            "LOC": "lieu",
            "PRODUCT": "produit",
            "EVENT": "événement",
            "LAW": "texte de loi",
            "WORK": "œuvre",
            "MISC": "autre nom",
        }
    ),
    phrases=MappingProxyType(
        {
            "key_points": "Les points-clés",
            "summary": "La synthèse",
            "glossary": "Glossaire des termes clés",
            "notes": "Remarques",
            "untitled": "Article sans titre",
            "undefined": "sans définition",
            "collection": "Glossaire du corpus",
            "to_define": "Termes à définir",
            "uses": "emplois : {frequency} · articles : {articles}",
            "also": "Aussi",
            "example": "Exemple",
            "in_article": "Dans le texte",
            "definition_from": "Définition : {origin}",
            "encoding": "Le fichier n'est pas en UTF-8 ; il a été lu comme {detail}.",
            "engine_failed": "Le moteur {engine} n'a pas écrit ce digest : les lignes sont celles de l'article. ({detail})",
            "engine_unsupported": "L'article n'appuie aucune phrase de la synthèse écrite par le moteur {engine} : les lignes sont celles de l'article.",
            "engine_lines": "{count} ligne(s) du moteur sans appui dans l'article, dont {replaced} remplacée(s) par une phrase de celui-ci : {detail}.",
            "mixed": "{blocks} paragraphe(s) dans une autre langue que le français ({words} mots) n'ont pas été résumés.",
            "chunked": "L'article est plus long que ce que le modèle lit d'un coup ; il a été résumé en {parts} parties.",
            "translation": "Traduction : {language}",
            "untranslated": "La traduction a échoué : {detail}.",
            "line_untranslated": "« {line} » reste dans la langue d'origine : la traduction ne rendait pas {detail}.",
            "nothing_whole": "de phrase entière",
            "term_not_kept": "« {line} » ne dit pas « {name} » pour « {term} ».",
            "reading": "{language} · {words} mots, lus en {minutes} min · résumé en {summary} mots",
        }
    ),
    page_words=MappingProxyType(
        {
            "article": "L'article",
            "skip": "Aller à l'article",
            "choose": "Choisissez une ligne : l'article montre les phrases dont elle vient.",
            "back": "Retour au résumé",
            "legend": "Repères",
            "evidence": "phrase reprise",
            "cut": "mots coupés",
            "term": "terme du glossaire",
            "mentions": "dans l'article :",
            "mention": "mention {number}",
            "source_sentence": "voir la phrase",
            "generated": "modèle",
            "generated_hint": "écrit par un modèle, appuyé par les phrases de l'article",
            "generated_lines": "Les lignes marquées « modèle » ont été écrites par un modèle ; les phrases de l'article les appuient.",
            "other_language": "en anglais",
            "source": "Source",
            "by": "par {author}",
            "date": "{day} {month} {year}",
            "first_day": "1er",
            "thousands": "\u202f",
            "digests": "Les articles",
            "index_title": "L'essentiel des articles",
            "article_one": "{count} article",
            "article_many": "{count} articles",
            "defined_one": "{count} notion définie",
            "defined_many": "{count} notions définies",
            "undefined_one": "{count} notion à définir",
            "undefined_many": "{count} notions à définir",
            "in_language": "{count} en {language}",
            "span": "du {first} au {last}",
            "search": "Chercher",
            "search_hint": "un titre, un point, un terme, un nom",
            "all_languages": "toutes les langues",
            "language_fr": "français",
            "language_en": "anglais",
            "language": "Langue",
            "found_one": "{count} article trouvé",
            "found_many": "{count} articles trouvés",
            "elsewhere": "Sur les autres pages",
            "undated": "Sans date",
            "more_points": "Les autres points",
            "terms": "Termes",
            "names": "Noms",
            "data": "données",
            "failed_one": "{count} fichier n'a pas pu être traité",
            "failed_many": "{count} fichiers n'ont pas pu être traités",
            "duplicate_one": "{count} groupe d'articles presque identiques",
            "duplicate_many": "{count} groupes d'articles presque identiques",
            "chart_names": "Les noms les plus présents",
            "chart_terms": "Les termes les plus présents",
            "chart_desc": "Nombre d'articles où figure chacun.",
            "chart_desc_time": "Nombre d'articles où figure chacun, par {period}, {range}.",
            "day": "jour",
            "month": "mois",
            "year": "an",
            "chart_data": "Les chiffres du graphique",
            "total": "total",
            "name": "nom",
            "corpus_glossary": "Le glossaire du corpus",
            "glossary_rest": "Le glossaire complet",
            "glossary_shown": "Les {shown} termes les plus présents sur {count}.",
            "page": "Page {page} sur {pages}",
            "previous": "Page précédente",
            "next": "Page suivante",
            "search_first": "Chercher dans tous les articles",
            "contents": "Sur cette page",
            "empty": "Aucun article.",
        }
    ),
    form_words=MappingProxyType(
        {
            "title": "Résumer un article",
            "lead": "Collez un article en français ou en anglais : il en sort les points-clés, une synthèse et un glossaire, "
            "et chaque ligne renvoie aux phrases dont elle vient.",
            "text": "Le texte de l'article",
            "or_else": "Ou bien",
            "file": "Un fichier",
            "file_hint": "texte, Markdown, page web, PDF, Word, courriel, flux ou archive d'un seul article",
            "address": "Une adresse",
            "address_hint": "https://gazette.example/une-depeche",
            "settings": "Réglages",
            "summary_words": "Synthèse, en mots",
            "key_points": "Points-clés",
            "language": "Langue de l'article",
            "detect": "détecter",
            "send": "Résumer",
            "busy": "Lecture en cours…",
            "interface": "Langue de la page",
            "bar": "Ce résumé",
            "another": "Un autre article",
            "take": "Enregistrer",
            "nothing": "Il manque l'article : collez un texte, choisissez un fichier ou donnez une adresse.",
            "several": "Un seul article à la fois : un texte, un fichier ou une adresse.",
            "bad_option": "Un des réglages ne convient pas.",
            "too_large": "L'article est trop long pour être lu.",
            "unknown_kind": "Ce genre de fichier ne se lit pas ici.",
            "empty": "Il n'y a pas de texte à résumer.",
            "unreadable": "L'article n'a pas pu être lu.",
            "undecided": "La langue de l'article ne se laisse pas deviner : choisissez-la dans les réglages.",
            "other_language": "L'article n'est ni en français ni en anglais.",
            "engine": "Le modèle n'a pas répondu.",
            "bad_request": "La demande n'est pas comprise.",
            "missing": "Cette page n'existe pas.",
            "failed": "L'article n'a pas pu être résumé.",
        }
    ),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    domain_labels=MappingProxyType(
        {
            "artificial intelligence": "intelligence artificielle",
            "arts and culture": "arts et culture",
            "business": "entreprises",
            "companies": "sociétés",
            "defence": "défense",
            "education": "éducation",
            "environment": "environnement",
            "events and media": "événements et médias",
            "finance": "finance",
            "health": "santé",
            "institutions europe": "institutions européennes",
            "institutions world": "institutions internationales",
            "law": "droit",
            "media": "presse et médias",
            "politics": "politique",
            "products": "produits",
            "religion": "religion",
            "science": "sciences",
            "software": "informatique",
            "sport": "sport",
            "transport and energy": "transports et énergie",
        }
    ),
    colon=" : ",
    stop_words=frozenset(
        """a à afin ai aie ailleurs ainsi ait alors an ans après as assez au aucun aucune aujourd'hui auquel aussi
        autant autre autres aux auxquels avaient avait avant avec avez avoir avons ayant beaucoup bien c c' ça car ce
        ceci cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun
        chaque chez ci comme comment contre d d' dans de dehors déjà depuis dernier dernière derniers dernières des
        désormais dès deux devant doit doivent donc dont du durant elle elles en encore enfin entre environ es est et
        étaient était étant été êtes être eu eux face faire fait faut fois font fut hier hors il ils j j' jamais je
        jusqu jusqu' jusque l l' la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m m' ma
        mais malgré me même mêmes mes mieux mois moins mon n n' ne ni non nos notamment notre nous nouveau nouveaux
        nouvelle nouvelles on ont or ou où par parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutôt
        pour pourquoi pourrait pourraient pouvait pouvoir premier première près presque puis puisque qu qu' quand
        quant que quel quelle quelles quelque quelques quels qui quoi s s' sa sans sauf se selon sera serait seraient
        seront ses seul seule seulement si sinon soit son sont sous souvent suis sur surtout t t' ta tant te tel telle
        telles tels tes toi ton toujours tous tout toute toutefois toutes très trois trop tu un une vers via voici
        voilà voir vos votre vous y""".split()
    ),
    frequent_words=frozenset(
        """le les l' une des du d' et est sont été avec pour dans sur qui qu' ne pas plus ce cette ces ses leur leurs il elle ils elles
        nous vous je j' au aux par mais ou où donc comme selon entre après avant depuis être avoir fait ont était c' s' n' y très
        tout tous toute deux aussi même encore chez sans sous""".split()
    ),
    clitics=(r"[cdjlmnstCDJLMNST]['’]", r"[qQ]u['’]", r"[jJ]usqu['’]", r"[lL]orsqu['’]", r"[pPq]u[io][si]qu['’]"),
    enclitics=(r"-t-(?:il|elle|on|ils|elles)", r"-(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|là|moi|lui|leur|y|en)"),
    whole_words=frozenset(
        """aujourd'hui quelqu'un quelqu'une c'est-à-dire celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là
        celles-là presqu'île prud'homme prud'hommes prud'homal prud'homale chef-d'œuvre main-d'œuvre rendez-vous
        peut-être au-delà au-dessus au-dessous là-bas rond-point non-lieu""".split()
    ),
    abbreviations=frozenset(
        """m mm mme mmes mlle mlles me mgr dr pr st ste sts cf gal gén cie sté ets lt cdt hon ing jr vs env c.-à-d p.-d.-g""".split()
    ),
    number_abbreviations=frozenset(
        """art al apr av bd boul chap coll col dép éd etc ex fig hab inf min n no nos num p pp par ph réf sec sect sq suppl tél
        tom vol janv févr sept oct nov déc ibid v""".split()
    ),
    clipped_words=(
        r"M\.(?= ?[A-ZÀ-Ý])",
        r"Mmes?(?!\w)",
        r"nos?(?= \d)",
        r"Nos?(?= \d)",
        r"n°",
        r"par\.(?= ?\d)",
        r"art\.(?= ?\d)",
    ),
    calendar=frozenset(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
        septembre octobre novembre décembre matin soir midi nuit hier demain aujourd'hui""".split()
    ),
    navigation=(
        r"(?:(?:accueil|menu|monde|france|politique|économie|marchés|entreprises|sports?|culture|opinions?|actualités?|santé|sciences?|bourse|vidéos?|podcasts?|recherche|connexion|s['’]abonner|se connecter|newsletters?|tech|planète|régions?)\W*){4,}",
        r"(?:valeurs|articles?|sujets?|thèmes?) (?:associée?s?|liée?s?|similaires?)(?: ?:.*)?",
        r"(?-i:[A-ZÀ-Ý0-9 .&'’-]{2,40}) [\d., ]+ (?:EUR|USD|GBP|€|\$) .{0,40}[-+]?\d+,\d+ ?%",
        r"\[\d/\d\] .*|.{0,200}(?:photo d['’]archives?|/sipa|/afp|/reuters)\W*",
        r"(?:date \d{4}-\d\d-\d\d\s+)?aller (?:directement )?au contenu(?: principal)?",
        r"(?:accueil|menu|rechercher|recherche|connexion|se connecter|mon compte|imprimer|partager|commenter|commentaires|publicité(?: ?[·:|–—-] ?(?:faites défiler|(?:lire )?la suite|continue[rz]|passer)\b.{0,60})?)",
        r"(?:accueil|home)(?: ?[>›»/|] ?[^>›»/|]+)+",
        r"partager (?:sur|cet article|l['’]article).*",
        r"(?:à )?lire (?:aussi|également|plus|la suite)\b.*",
        r"voir (?:aussi|également)\b.*",
        r"(?:article précédent|article suivant|sur le même (?:sujet|thème))\b.*",
        r"crédits? photo.*|photo d['’]illustration.*|©.*",
        r"temps de lecture\b.*|(?:durée de )?lecture ?: ?\d+ ?min.*|\d+ min(?:utes?)? de lecture",
        r"\d+ (?:commentaires?|partages?|vues)",
        r"(?:bonjour|bonsoir|madame,? monsieur|ch(?:er|ère)s? [\w ]{2,40})(?: à (?:toutes et à )?tous)? ?[,!]",
    ),
    promotion=(
        r"(?:.{0,140}[.!?:;,] |\W*)(?:abonnez|inscrivez|désabonnez)[- ]vous\b.{0,160}",
        r"(?:.{0,140}[.!?:;,] |\W*)(?:contactez|suivez|rejoignez|retrouvez)[- ](?:nous|moi|l['’]équipe)\b.{0,120}",
        r"\W*contactez .{1,80}!",
        r"(?:.{0,80}[.!?:;,] |\W*)(?:recevez|rejoignez|découvrez|lisez|inscrivez) .{0,60}\b(?:newsletter|infolettre)\b.{0,120}",
        r"\W*(?:notre|ma|la) (?:newsletter|infolettre)\b.{0,40}",
        r"\W*passez à l['’]action\b.{0,60}",
        r".{0,160}: (?:voir|consultez|découvrez) (?:les|nos|toutes (?:les|nos)) (?:offres|annonces|postes)\b.{0,60}",
        r"(?:bienvenue (?:dans|sur) (?:ce|cette|votre|notre|le|la|l['’]).{0,120}(?:newsletter|infolettre|numéro|édition|lettre).{0,120}|bonne lecture\b.{0,60}|à (?:la semaine prochaine|lundi|demain) ?!?.{0,20}|(?:merci de|merci d['’]avoir) lu\b.{0,60})",
        r"vous recevez (?:ce|cet|cette) (?:e-?mail|mail|courriel|message|lettre|newsletter)\b.{0,160}",
        r"(?:cet|cette|le|l['’]) ?(?:entretien|interview) a été (?:édité|condensé|réalisé|relu|retranscrit)\w*\b.{0,120}",
        r"(?:nous|ce site) (?:utilis\w+|recour\w+ à|dépos\w+) (?:des|les) cookies\b.{0,160}",
        r"(?:(?:cet|la suite de cet|l['’]intégralité de cet) )?(?:article|contenu|la suite) (?:est )?réservée? (?:aux|à nos) abonnés?\b.{0,120}|il vous reste .{0,30} de cet article à lire\b.{0,120}|déjà abonnée? ?\?.{0,60}",
        r"(?:.{0,160}, |\W*)faites confiance à\b.{0,120}",
        r"(?:.{0,80}[.!?:;,] |\W*)(?:cliquez ici|téléchargez (?:notre|le|gratuitement)|réservez (?:votre|dès)|demandez (?:un|votre) (?:devis|audit))\b.{0,120}",
        r"(?:en savoir plus|découvrez)\b.{0,80}",
        r"lien vers (?:une? |le |la |l['’]|notre )(?:article|billet|page|guide|site|blog)\b.{0,140}",
        r".{0,80}\bvous souhaitez .{0,100}\?",
        r"(?:et vous|dites-nous|qu['’]en pensez-vous)\b.{0,120}",
        r"partagez .{0,100}",
        r"\W*vous aimez (?:ce|cet|nos) .{0,160}",
        r"subscribe to\b.{0,120}",
        r"(?:tous droits réservés|politique de confidentialité|mentions légales|gérer les cookies|conditions générales)(?:[ \W]+.{0,60})?",
    ),
    credits=(
        r"information fournie par .{0,80}",
        r"(?:publié|mis à jour|modifié|posté|rédigé)e?s?\b.{0,60}(?:\d{1,2} ?[:h] ?\d\d|\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:er)? (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)).{0,60}",
        r"(?:par|de notre correspondante?|de notre envoyée? spéciale?|textes?(?: et photos)? ?:),? (?-i:[A-ZÉ])[\w’'.-]+(?: (?:et|avec|de|du|(?-i:[A-ZÉ])[\w’'.-]+|à (?-i:[A-ZÉ])\w+),?){1,8}\.?",
        r"(?:publié|rédigé|posté|écrit)e?s? par (?-i:[A-ZÉ]).{0,80}",
        r"par (?:la|notre) rédaction\b.{0,60}",
        r"\(+(?:réécrit|actualisé|mis à jour|répétition|version|ajoute|avec (?:réactions?|détails?|précisions?))\b[^()]*(?:\([^()]*\)[^()]*)*\)+(?: par .{0,120})?",
        r"\((?:reportage|rédaction|rédigé|édité|édition|version française|service|avec)\b[^()]*\)",
        r"(?:reportage|édité|version française) (?:de|par) (?-i:[A-ZÉ]).{0,120}",
        r"\(+traduction automati\w+ .*",
        r".{0,40}(?:veuillez vous référer à l['’]avertissement).*",
        r"(?:afp|reuters|ap|belga|ats)(?:[ ,/-]+(?:afp|reuters|ap|belga|ats|le [\w ]+|\d.*))*",
        r"(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2}(?:er)? (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\w*\.? \d{4}(?:[ ,à-]+\d{1,2} ?[h:] ?\d{0,2})?",
        r"(?-i:[A-ZÀ-Ý])[\w’' -]{1,30}, le (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2}(?:er)? \w{3,9} \d{4}\W*",
        r"source ?: .{0,80}",
    ),
    byline_openers=r"(?:par|source)(?: ?: ?| )",
    discarded_sections=(
        r"\W{0,4}passe[zr] à l['’]action.{0,30}",
        r"\W{0,4}(?:contacts?(?: (?:presse|médias?|investisseurs|et? \w+)){0,4}|relations? (?:presse|médias|investisseurs)|contactez[- ]nous|à propos(?: de l['’]auteure?| de nous)?|newsletter|partager|commentaires|mentions légales|notre newsletter)\W*",
        r"\W{0,4}(?:restez informée?s?|abonnez-vous|inscrivez-vous|envie d['’]aller plus loin|besoin d['’](?:aide|un coup de main))\b.{0,50}",
        r"\W{0,4}(?:(?:notes?|références?|sources?|bibliographie|voir aussi)(?:(?:,? et |, )(?:notes?|références?|sources?|bibliographie|liens))*|liens externes|mots[- ]clés|crédits)\W*",
    ),
    link_sections=(
        r"\W{0,4}(?:ressources?|articles?|liens?|billets?)(?: \w+){0,2} (?:à lire|utiles|similaires|liés|connexes|associés)\b.{0,60}",
        r"\W{0,4}(?:à lire|lire|voir) (?:aussi|également)(?: sur .{0,40})?\W*",
        r"\W{0,4}(?:pour aller plus loin|sur le même (?:sujet|thème))\b.{0,20}",
    ),
    about_sections=(r"\W{0,4}à propos (?:de |d['’]|du |des )(?:(?:la |le |les |l['’])?(?-i:[A-ZÀ-Ý0-9])).{1,50}",),
    genre_lines=(
        r"\W*(?:communiqué(?: de presse| commun)?|pour diffusion immédiate|sous embargo.{0,40}|dossier de presse|point de vue|revue de presse|(?:le |grand |l['’])*(?:entretien|interview|portrait|reportage|enquête|éditorial|tribune|décryptage|analyse|chronique)(?: de la semaine| du jour| libre)?)\W*(?:[|·:–—-]? ?(?:[\w’'-]+, )?(?:le )?\d{1,2}(?:er)? \w+ \d{4})?\W*",
    ),
    mail_fields=(
        "de",
        "objet",
        "sujet",
        "envoyé",
        "envoyé le",
        "date",
        "à",
        "cc",
        "cci",
        "copie",
        "répondre à",
        "pièces jointes",
    ),
    reply_lines=r"le (?:(?:lun|mar|mer|jeu|ven|sam|dim)\.? \d|.{4,60}\d[:h]\d\d|.{4,120}@).{0,160}\ba écrit ?:|[-_ ]*(?:message (?:d['’]origine|transféré)|début du message (?:transféré|réexpédié)) ?:?[-_ ]*",
    summary_sections=(
        r"\W{0,4}(?:(?:en |le |notre )?résumé|en bref|l['’]essentiel|à retenir|ce qu['’]il faut retenir|(?:les )?points?[- ]clés?|(?:la |en )?synthèse|tl;dr)(?: (?:de |d['’]|du |des |à |en |pour |l['’]|cet |cette |la |le |une? )*(?:article|billet|points?|lecture|rapide|retenir|mots?|minutes?|\d+|trois|cinq|clés?|express))*\W*",
    ),
    glossary_sections=(
        r"\W{0,4}(?:petit |le |mini-?)?(?:glossaire|lexique|définitions?)(?: (?:des? |du |de la |de l['’]).{0,30}| (?:financier|juridique|technique|médical|économique|scientifique|utile|express)s?)?\W*",
    ),
    question_marks=(r"(?:q ?\d+ ?[:.)-]|q ?:|question ?\d* ?:|\d+[.)]) ?",),
    inline_noise=(
        r"(?<=[.!?»\"”] )(?:[Nn]['’]hésitez pas|[Dd]ites(?:-nous| le)|[Rr]éagissez|[Pp]artagez|[Ll]aissez|[Pp]osez|[Dd]onnez)\b[^.!?]{0,90}\b(?:en|dans (?:les|nos)) commentaires?\b[^.!?]{0,30}[.!?](?: |$)",
        r"(?<=[\w.,;:!?»\"”’)%\]])\[(?:[1-9]\d{0,2}|(?:note|réf\.|n) ?\d+)(?: ?[,–-] ?\d{1,3})*\](?!\()",
        r" \[(?:[1-9]\d{0,2}|(?:note|réf\.|n) ?\d+)(?: ?[,–-] ?\d{1,3})*\](?=[.,;:)]|$)",
        r" ?\[(?:réf\. (?:nécessaire|souhaitée|à confirmer)|source insuffisante|modifier(?: ?\| ?modifier le (?:code|wikicode))?)\]",
        r"\s*\((?:lire (?:aussi|notre|l['’]article)|voir (?:aussi|notre|encadré))[^()]*\)",
        r" [|·•] (?:\d+ min(?:utes?)? de lecture|temps de lecture.{0,20})$",
    ),
    anaphoric_openers=(
        r"(?:il(?! (?:y a|y avait|n['’]y a|faut|faudra|faudrait|fallait|s['’]agit|est (?:\w+ )?(?:essentiel|crucial|important|nécessaire|possible|temps|vrai|clair|difficile|urgent|probable)))|elle|ils|elles|lui|celui-ci|celle-ci|ceux-ci|celles-ci|ceci|cela|ce dernier|cette dernière|ces (?:derniers|dernières)(?! (?:mois|jours|temps|semaines|années|heures|décennies)))\b",
        rf"(?:cet|cette|ces|ce) (?!{_THIS_TIME}|qu[ei'’]|n['’]|(?:derniers|dernières|prochains|prochaines) (?:mois|jours|temps|semaines|années|heures|décennies))",
        r"(?:c['’]est|c['’]était|ce sont|ce qui|ça)\b",
        r"(?:son|sa|ses|leur|leurs) ",
        r"(?:parmi|(?:[\w’']+ ){1,2}d['’]entre) (?:eux|elles|ceux-ci|celles-ci|ces derni(?:ers|ères))\b",
        r"(?:mais|or|et|donc|car|ainsi|cependant|toutefois|pourtant|néanmoins|de même|en effet|en revanche|au contraire|du coup|pour autant|par conséquent|en conséquence|d['’]où|dès lors|à l['’]inverse|au final|malgré tout|de plus|par ailleurs|en outre|aussi|également|enfin|ensuite|puis|autre|d['’]autres|les deux|le premier(?! (?:ministre|secrétaire|président|vice|adjoint|tour|jour|trimestre|semestre|avril|mai|juin|juillet|janvier|février|mars|août|septembre|octobre|novembre|décembre))|la première(?! (?:ministre|dame|vague|secrétaire|fois))|le second(?! tour)|la seconde(?! guerre)|l['’]un|l['’]autre|tous deux|y compris|[àa] cet|[àa] cette|[àa] ce|tels? (?:est|était|sont)|telles? (?:est|était|sont)|voilà|il s['’]agit (?:là|donc|d['’]une?|de l|du|des|de (?:la|son|sa))|pour cela|pour ce|selon (?:lui|elle|eux|elles)|d['’]après (?:lui|elle)|une telle|un tel|de telles?|de tels|là|ironiquement|concrètement|résultat|problème(?=[,:])|sauf que|reste que)\b",
        r"(?:imaginez|figurez-vous|prenez|pensez)\b",
        rf"(?:à l['’]époque|à ce moment|à ce moment-là|(?:dans|avec|sous|après|avant|pour|depuis|lors de|malgré|au cours de) (?:ce|cet|cette|ces) (?!{_THIS_TIME}|(?:(?:derniers|dernières|prochains|prochaines) \w+)\b))",
        r"(?:oui|non|pas|si|autant|même)\b(?! (?:(?:les?|la|l['’]|une?|que) |(?-i:[A-ZÀ-Ý])))",
        r"\w+[- ]t-(?:il|elle|on)\b|(?:a|ont|avait|est) ?-?(?:t-)?(?:il|elle|ils|elles)\b",
        # What goes on from the sentence before it without a verb of its own ("De quoi ravir …", "D'autant plus que …").
        r"(?:de quoi|d['’]autant|en amont|notamment|idem|histoire d[e'’]|sans (?:compter|oublier)|en particulier(?! (?:dans|en|à|au|aux)\b))(?!\w)",
    ),
    nominal_sentences=r"(?:Une?|Des) (?!fois\b)[^,;:.!?«\"]*?(?:$|[,;:.!?]|(?P<relative>\b(?:qui|que|où)\b|\bqu['’](?!une?\b)|\bdont\b(?! (?:une?|\d+|deux|trois|quatre|cinq|plusieurs|certaine?s|la (?:plupart|moitié))\b)))",
    opening_frames=r"(?:en|au|aux|à|dans|depuis|dès)(?: (?:la|le|les|l['’]))? ?(?-i:[A-ZÀ-Ý])[\w’'-]*(?: (?-i:[A-ZÀ-Ý])[\w’'-]*)*(?: \d{4})?,? ",
    discourse_openers=(
        r"(?:imaginez|figurez-vous|voyez) (?:un instant )?(?:le scénario|la scène|le tableau) ?: ",
        r"[^:.!?«»\"]{0,110}\b(?:nouvelle est tombée|tendance est (?:claire|nette)|(?:une )?chose est (?:sûre|claire)|constat est (?:clair|simple|sans appel)|message est (?:clair|simple)|règle est simple|explication est simple) : ",
        r"(?:résultat|bilan|conséquence|verdict|conclusion|constat|explication|bonne nouvelle|mauvaise nouvelle) : ",
        r"(?:en outre|par ailleurs|de plus|de même|en effet|enfin|ensuite|ainsi|également|séparément|dans la foulée|du coup|bref|concrètement|ironiquement|bien entendu|bien sûr|désormais|au final|en clair|autrement dit), ",
        r"(?:à noter que|notons que|rappelons que|il faut savoir que) ",
        r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|après-midi|dernier))?(?: également)?, ",
    ),
    own_subjects=r"(?:même si|si|quand|lorsqu[e'’]|alors qu[e'’]|bien qu[e'’]|tandis qu[e'’]|parce qu[e'’]|puisqu[e'’]|comme|après qu[e'’]) ?(?:les?|la|l['’]|une?|des|du|chaque|certaine?s|plusieurs|de nombreu\w+)",
    connectives=(
        r"or, (?=(?:les?|la|l['’]|une?|des|selon|en|dans|depuis|pour|ce[st]?|cette)\b)",
        r"(?:mais|et|donc)(?:,)? (?![^,.;:]{2,60}? (?:de |d['’])\w+(?:er|ir|re)\b)(?!(?:ils?|elles?|ce|cet|cette|ces|c['’]\w+|cela|ça|son|sa|ses|leurs?|y|en fait|a|ont|est|sont|va|celui|celle|ceux|celles|pas|non|surtout|puis|alors|encore|aussi|donc|voilà|pour (?:cela|ce|cause)|là)\b|d['’]où)",
        r"(?:cependant|toutefois|pourtant|néanmoins|en revanche|au contraire|à l['’]inverse|pour autant|par conséquent|en conséquence|malgré tout|de (?:son|leur) côté|d['’]ailleurs|après tout|dans le même temps|dans ce contexte|à ce stade|pour rappel|du reste), ",
    ),
    inserted_clauses=(
        r", (?:qui|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|à laquelle) [^,;:.«»\"“”]{5,140}," + _VERB_FOLLOWS,
        r", (?:une? |le |la |les |l['’]|des |directeur|directrice|président|présidente|ministre|porte-parole|filiale|soutenue? par|basée? )[^,;:.«»\"“”]{4,110},"
        + _VERB_FOLLOWS,
    ),
    closing_clauses=(
        r", (?:ajoutant|précisant|indiquant|soulignant|expliquant|rappelant|notant|annonçant|assurant|dénonçant|évoquant|notamment|ce qui|tout en|afin d[e'’]|rejoignant|faisant|y compris|qui|dont|où|une? \w+ qui|avec)\b[^;«»\"“”]{5,260}?(?=[.!?]$)",
        r", \w+(?:é|ée|és|ées|is|ise|ises|ue|ues) (?:par|dans|en|à|au|aux|une?|comme|d[e'’]|du|les?|la|sur|pour)\b[^;«»\"“”]{5,260}?(?=[.!?]$)",
        r"(?<!;.) ?; [^;:«»\"“”]{5,260}(?=[.!?]$)",
    ),
    speech_circumstances=(
        r",? dans un (?:autre |bref |long )?(?:communiqué|tweet|entretien)(?: (?:de presse|commun|vidéo|publié|diffusé)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?)?(?=[,.]| (?:qu[e'’]|l[ea]s? |l['’]|(?-i:[A-ZÀ-Ý])))",
        r",? (?:à|auprès de) l['’]AFP(?=[,.]| (?:qu[e'’]|l[ea]s? |l['’]|(?-i:[A-ZÀ-Ý])))",
        r",? (?:lors d['’]une conférence|lors d['’]un point|en conférence|devant la) (?:de )?presse(?=[,.]| (?:qu[e'’]|l[ea]s? |l['’]|(?-i:[A-ZÀ-Ý])))",
    ),
    bound_starts=frozenset(
        """si s' s’ selon d'après sans malgré bien même sauf hormis excepté contre mais ou ni or car donc que qu' qu’ comme contrairement
        faute tant pourvu quoique plutôt soit autant moins jusqu' jusqu’ jusque avant alors tandis quand lorsque lorsqu' puisque parce
        de d' d’ loin seul seule seuls seules seulement notamment""".split()
    ),
    place_relatives=frozenset(("où",)),
    relative_starts=frozenset("qui dont où lequel laquelle lesquels lesquelles auquel duquel auxquels auxquelles".split()),
    adverbial_starts=frozenset(
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui interrogé interrogée".split()
    ),
    further_report_verbs=frozenset(
        """constaté appris révélé observé révèle révèlent relève relèvent relate dévoile dévoilent écrivent argue arguent affirment estiment expliquent soulignent annoncent indiquent rappellent dénoncent jugent assurent précisent
        rapportent ajoutent déclarent avertissent accuse accusent note notent expliquait affirmait assurait""".split()
    ),
    complementizers=frozenset(("que", "qu'", "qu’")),
    speech_participles=frozenset(
        """ajoutant précisant indiquant soulignant expliquant rappelant notant annonçant assurant dénonçant évoquant estimant
        jugeant affirmant déclarant regrettant déplorant appelant promettant saluant confirmant fustigeant réclamant insistant
        citant pointant invoquant""".split()
    ),
    gerund_marks=frozenset(("en",)),
    participles=r"(?!\w+aits?$)\w{2,}(?:ant|é|ée|és|ées|ie?s?|ise?s?|ite?s?|ue?s?|erte?s?)",
    bare_participles=r"\w+(?:ant|ée?s?)",
    non_finite=r"\w+(?:er|ir|re|ant)",
    past_auxiliaries=frozenset("a ont avait avaient".split()),
    past_forms=r"(?!)",
    attribution_starts=r"(?:selon(?! (?:lui|elles?|eux|laquelle|lequel))|d['’] après|à en croire|de l['’] avis|(?:a|ont|avait|avaient) -t-)",
    speech_settings=(
        r",? (?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|midi|soir|après-midi))?(?: \d{1,2}(?:er)?)?"
        r"(?: (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?)?"
        r"(?: (?:sur|au micro d[eu'’]|à l['’]antenne d[eu'’]|devant) ?(?:les? |la |l['’])?(?-i:[A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,3}))?"
        r"(?=,| qu[e'’]|\.?$| ?:)",
        r",? (?:sur|au micro d[eu'’]|à l['’]antenne d[eu'’]) ?(?-i:[A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,3})(?=,| qu[e'’]|\.?$| ?:)",
        r",? dans une? (?:entretien|interview|tribune|tweet|communiqué|discours|lettre|message|courrier|vidéo)"
        r"(?: (?:au|à|aux|dans|publiée?|diffusée?|accordée?|commun|conjointe?)\b[^,.:;«\"“]{2,50}?)?(?=,| qu[e'’]|\.?$| ?:)",
    ),
    opening_circumstances=r"(?:à l['’] ?occasion d|lors d|à l['’] ?issue d|au terme d|tout au long d|en marge d|en réaction\b|en visite\b|en déplacement\b|au lendemain d|à la veille d|lorsqu|quand |invitée?s? |interrogée?s? |au micro d|(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|après (?:une? |des |l[ae]s? |l['’]|avoir |plusieurs )|dans la (?:soirée|matinée|nuit|foulée)\b|dans une? (?:communiqué|entretien|interview|tribune|tweet|discours|lettre|message|courrier|vidéo)\b|au cours d(?!.*\b(?:ans?|années?|mois|semaines?|jours?|\d+)\b))",
    closing_circumstances=r"(?:lors d|à l['’]occasion d|à l['’]issue d|en marge d|à l['’]approche d|dans le contexte d|en présence d|à la suite d|dans la foulée d|au terme d|au lendemain d|en raison d|grâce (?:à|au)|sur fond d|à l['’]initiative d|à la demande d|à l['’]appel d|aux côtés d|en compagnie d|au nom d|par le biais d|à l['’]aide d|à bord d|sous l['’]égide d|après (?:une? |des |l[ae]s? |l['’]|avoir |plusieurs |sa |son |ses |leurs? )|au cours d(?!.*\b(?:ans?|années?|mois|semaines?|jours?|\d+)\b))",
    closing_prepositions=frozenset("dans pour après lors durant pendant en à au aux sur devant chez via auprès avec".split()),
    echoes=(
        r"(?<=[a-zé])(?<!mais) (?:également|par ailleurs|d['’]ailleurs|en outre)(?= [a-zà-ÿ])",
        r"(?:(?<= a)|(?<= ont)|(?<= est)|(?<= sont)|(?<=avait)|(?<=avaient)|(?<=était)|(?<=étaient)|(?<=sera)|(?<=seront)) (?:ainsi|donc|en effet)(?= (?!qu)[a-zà-ÿ])",
        r", (?:de son côté|de leur côté|pour sa part|pour leur part|par ailleurs|d['’]ailleurs|en outre|également|cependant|toutefois),(?= [a-zà-ÿ])",
    ),
    small_words=(
        r"(?<!depuis)(?<!dès)(?<!avant)(?<!après)(?<!entre)(?<!\bde)(?<!\bdu)(?<!\bà)(?<!\bau)(?<!\ble)(?<!\bet)(?<!\bou)(?<!\bce)(?<!\bd['’]ici)(?<!jusqu['’]à)(?<!,)(?<!prévu)(?<!prévue)(?<!prévus)(?<!prévues)(?<!paraître)(?: ce)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|midi|soir|après-midi))?"
        r"(?: \d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?)?(?=[ .,])(?! (?:et|ou|au|prochain|dernier|\d)\b)",
        r"(?<=[a-zé])(?<!mais) (?:également|par ailleurs|en effet|d['’]ailleurs|en outre)(?= [a-zà-ÿ])",
        r", (?:de son côté|de leur côté|pour sa part|pour leur part|quant à (?:lui|elle|eux)|par ailleurs|en effet|d['’]ailleurs|en outre|également)(?=,)",
    ),
    sentence_starts=r"(?:Les?|La|L['’]|Une?|Des|Du|En|Dans|Pour|Après|Selon|Alors|Cet?|Cette|Ces|Ils?|Elles?|Depuis|Sur|Si|Aux?|À|A|Lors|C['’]|D['’]|M\.|Mme|On|Nous|Son|Sa|Ses|Leurs?|Mais|Et|Or|Interrogée?|Invitée?|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Plusieurs|Deux|Trois|Avec|Parmi|Face|Afin)(?:(?<=['’.])|\b)",
    result_marks=frozenset(),
    absolute_marks=frozenset(("ayant", "étant")),
    infinitive_marks=frozenset(("de", "d'", "d’", "à", "pour")),
    infinitives=r"\w+(?:er|ir|re)",
    aim_marks=frozenset(),
    occasion_marks=frozenset(),
    first_mentions=frozenset("un une des plusieurs deux trois quatre cinq six".split()),
    example_marks=r"(?:notamment |tel(?:le)?s? que |y compris |c['’]est-à-dire |à savoir |comme (?:les? |la |l['’]|une? |des ))",
    purposes=r"(?:pour (?:l[ae]s? |l['’]|s['’]|se |y |en )?\w+(?:er|ir|re)\b|afin d)",
    ages=r", \d{1,3} ans(?=,)",
    bare_verbs=r"\b(?:interv[ie]\w+|surv[ie]\w+|(?:a|ont|eu|avoir) lieu|déroul\w+|inscri\w+|produit\w*|suffi\w*|utilis\w+|serv\w+|appel\w+|sollicit\w+|contact\w+|chargée?s?|invitée?s?|besoin|nécessaires?|faut|fallu|prévue?s?|conçue?s?|mandat\w*|trop|assez|augment\w+|progress\w+|recul\w+|baiss\w+)\b",
    binders=r"\b(?:à la fois|d['’] une part|non seulement|soit|ni|tant|autant|plutôt|aussi bien|tantôt|l['’] un|respectivement|entre|plus l[ae]s?|moins l[ae]s?)\b",
    reversals=frozenset(
        """perdu perdue perdus perd échoué échoue refusé refuse rejeté rejette nié nie démenti dément annulé annule abandonné abandonne
        renoncé renonce mort morte morts décédé décédée acquitté relaxé libéré libérée blanchi blanchie tombé chuté démissionné
        finalement ensuite puis désormais aujourd'hui depuis""".split()
    ),
    amounts=r"\b(?:plus|moins|près) (?:de |d['’])(?=\d|une? |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent|mille|la moitié)",
    clause_openers=r"(?:alors|tandis|bien|après|depuis|dès lors|maintenant|parce|avant|pendant|même si|si|s['’]il|quand|lorsque?|puisque?|comme)(?: qu[e'’]|['’]|\b)",
    hedges=r"\b(?:n(?:e |['’])\w+ (?:que |qu['’])(?!il|elle|on\b)|(?:simplement|seulement|uniquement) (?:parce|pour|quand|lorsqu)|(?:seulement|à peine|uniquement) (?:\d|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques)\b)|de l['’]avis|aux yeux|à en croire|d['’]après|selon|du moins|au moins|ou plutôt|plutôt|ou encore|tente(?:nt)? de|essaie(?:nt)? de|prétendument|apparemment|tout de même|toutefois|cependant|néanmoins|pourtant|malgré tout|quand même|ailleurs qu[e'’]|autres? qu[e'’]|sauf|hors|en dehors|à l['’]exception|à l['’]exclusion|excepté|après avoir été)\b|^\W*ou\b|^\W*pour (?:s['’])?(?:avoir|être)\b",
    listing_words=r"\b(?:accusée?s? d|inculpée?s? (?:d|pour)|poursuivie?s? pour|condamnée?s? pour|reconnue?s? coupables?|coupables? d|mise?s? en examen pour|chefs? d['’](?:inculpation|accusation)|tel(?:le)?s? que|y compris|comme (?:les?|la|des|l['’]))",
    needy_verbs=r"\b(?:appel(?:é|le|lent|ait|aient)e?s?|laiss(?:é|e|ent|ait|aient|er|ant)(?:e?s?)|mis(?:es?)?|met(?:tent|tait|tre|tant)?|rend(?:u|ent|re|ant)?|maint(?:ient|enu|iennent)|fourni\w*|doté\w*|débouch\w+|condui(?:t|sent|re|sant)|aboutit?\w*|mené\w*|confié\w*|remplacé\w*|transformé\w*)\b",
    completions=frozenset("à au aux sur en dans avec de d' d’ vers par".split()),
    referring_nouns=r"\b(?:(?:son|sa|ses|leurs?) (?:\w+ )?(?:adjoint|prédécesseur|successeur|homologue|rivale?|suppléant|concurrent|équipe|parti|entreprise|bureau|agence|ministère|département|cabinet|administration|service|groupe|commission|patron|collègue|client)|(?:l['’](?:entreprise|agence|organisation|association|enseigne|institution|établissement)|la (?:société|chaîne|firme|compagnie)|le (?:club|groupe|réseau)|ce dernier|cette dernière))",
    totals=r"\b(?:total|nombre|taux|hausse|baisse|record|moyenne|bilan|progress|recul|augment|chut|bondi|pour cent)|%",
    shares=r"%|\b(?:pour cent|sur (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|\d+)|(?:la moitié|un (?:tiers|quart)|majorité) (?:des?|d['’]))",
    time_echoes=r"\b(?:alors(?! qu)|ce jour-là|cette nuit-là|le lendemain|la veille|le jour même|le même jour)\b",
    demonstratives=frozenset("ce cet cette ces celui celle ceux celles".split()),
    reasons=r"\b(?:car|parce qu|puisqu|si bien qu|de sorte qu)",
    totalities=r"\b(?:tou(?:s|tes) (?:les|ceux|celles)|chaque|quiconque)\b",
    list_ends=r"(?:l['’]autre |les autres |ainsi qu|de même qu|puis |mais aussi )",
    clefts=r"^\W*(?:parmi (?:eux|elles)|au nombre d).{0,40}\b(?:est|était|sont|figure(?:nt)?)\b|\b(?:c['’](?:est|était)|ce (?:sont|fut|furent|sera))\b",
    focus_marks=frozenset(("même",)),
    cause_marks=frozenset("après parce lorsque lorsqu quand car suite".split()),
    cause_seekers=r"\b(?:furieu(?:x|se)|en colère|choquée?s?|sous le choc|indignée?s?|bouleversée?s?|effondrée?s?|endeuillée?s?|ravie?s?|partie civile|veufs?|veuves?|excuses|en larmes|émue?s?|(?:le père|la mère|les parents|le mari|la veuve|le frère|la sœur)(?! d[eu'’s]))(?!\w)",
    needy_nouns=r"rôle(?: \w+)?|campagne|combat|bataille|efforts?|tentatives?|lutte|volonté|pression|responsables?|droit|partie|objectif",
    open_words=frozenset(
        "et ou ni mais que qu' de d' du des le la les l' un une d'un d'une qu'un qu'une à au aux en dans par pour chez vers entre sous parmi dont ce cet cette ces ses".split()
    ),
    further_ones=r"\b(?:(?:une?|l['’]|d['’]) ?autres?|une? tel(?:le)?)\b(?! (?:jour|fois|part|côté)\b)",
    company_echoes=r"(?<!\w)(?:à (?:ses|leurs) côtés|avec (?:lui|elles?|eux)|en sa compagnie)\b",
    sending_verbs=r"\b(?:transmi|remi|adressé|envoyé|parvenu|communiqué|fourni)(?:e?s?)$",
    ranges=r"(?:^ ?|, )(?:d[eu]s? |de l[’']|d[’'])[^|]*\|,? ?(?:à|aux?|jusqu)(?!\w)",
    kept_seams=(
        # the second of what a number or a word of two announces, the member of a list of clauses
        r"\b(?:deux|trois|quatre|cinq|six) (?:[\w’'-]+ ){0,5}[\w’'-]+ ?: [^;:|]*\|(?:[^|]*,)? ?,? ?et\b",
        r"\b(?:entre(?![ -](?:autres|temps|eux|elles))|à la fois|d['’]une part|aussi bien)\b(?![^|]*\bet\b)[^|;]*\|,? ?et\b",
        r"\b(?:les|ces) deux (?!ans|mois|jours|semaines|heures)[^|;]*\|, et (?:d[eu]s? |d['’]|à |aux? |pour |cel)",
        r"\| ?; ?et\b",
        # what it is enough or recommended for, since when something is not so, how long something took
        r"\b(?:suffi\w*|trop|assez)\b[^|.;:]*\|[^|]*\bpour (?:qu|\w+(?:er|ir|re)\b)",
        r"\b(?:recommand|préconis)\w+[^|.;:]*\|,? ?(?:pour|afin d)",
        r"\b(?:n['’]|ne )[^|,;:]*\|,? ?depuis\b",
        r"^\|en (?:moins d['’] ?|l['’]espace d['’] ?)?(?:une?|deux|trois|quatre|cinq|six|dix|quelques|\d+) (?:heures?|jours?|semaines?|mois|ans?|années?)\W*\|",
        # the time over which something is counted
        r"^\|(?:au cours d|ces|sur l|durant l|pendant l|lors d|en (?=une?\b|deux|trois|quatre|cinq|dix|\d))[^|]*\b(?:derni(?:er|ère)s?|ans?|mois|semaines|jours)\b[^|]*\|[^|]*\b(?:\d+|dizaines|centaines|milliers|millions)\b",
        # an end that says nothing yet: "un type très particulier", "mais faute de…", "qui a fondé à Orvin"
        r"\bune? (?:type|genre|sorte|forme|espèce) d[e'’ ]+[\w-]+ (?:très |bien |tout à fait )?(?:particuli(?:er|ère)|spécia(?:l|le)|précise?)\|",
        r"\b(?:mais|car) (?:faute|à défaut|malgré|en raison|à cause|grâce|en cas|face) [^,|]*\|,[^|]*\|\W*$",
        r"\b(?:a|ont|avait|avaient|ayant|avoir) (?:co)?(?:fondé|créé|lancé|publié)(?: (?:à|en|au) [\w-]+)*\|[^|]*\|\W*$",
        r"\bs['’](?:est|était|sont|étaient) (?:rendue?s?|déplacée?s?)\b[^|]*\|[^|]*, où (?:elles?|ils?) (?:a|ont|avait|avaient)\b[^|]*\|\W*$",
        r"\bs['’]est (?:défendue?|exprimée?|expliquée?|justifiée?)\b[^|]*\|, \w+ant\b[^|]*\|\W*$",
        r"\b(?:à|de|dans|en|sur|pour|par|avec|chez|vers|sous)\| [^|]*\|\s*(?:une?|l[ae]s?|des)\b",
        # the time of what was before the news, the topic or the source of a statement
        r"^\|[^|]*\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{4})\b[^|]*\|[^|,;]*\b(?:avai(?:t|ent) |venai(?:t|ent) de )",
        r"^\|(?:concernant|s['’]agissant|sur (?:les? |la |l['’])(?!(?:plateau|réseaux?|antenne|site|chaîne|compte|ondes|page|place|scène)\b))[^|]*\|[^|]*[«\"“]",
        r"^\|(?:comme|ainsi que) (?:l['’](?:a|ont|avait|avaient) |l['’]?e? ?(?:rappel|soulign|racont|révél|révèl|rapport|expliqu|indiqu|précis|not)\w+ )[^|]*\|",
        # what a later word takes up or goes beyond, what sets its noun apart from the others
        r"\|[^|]*\|[^|]*\b(?:ces|cette|cet|ce) mêmes? (?!(?:jours?|soir|matin|temps|moment|année|semaine)\b)",
        r"\|[^|]*\bdéjà\b[^|]*\|[^|]*\b(?:même|encore|plus loin|cette fois)\b",
        r"\|, (?:qui|dont|où)\b[^|]*\b(?:concurrente?s?|rivale?s?|rivaux)\b",
    ),
    topic_openers=frozenset("sur concernant quant s'agissant".split()),
    topic_participles=frozenset("évoquant commentant désignant".split()),
    time_limits=r"(?:après|avant|d['’]ici|jusqu['’]|à (?:partir|compter) d|dès|depuis|au lendemain|à l['’]issue|à la suite|au terme)",
    futures=r"\b\w+(?:era|eront|ira|iront|dra|dront|aura|auront|vra|vront)\b|\b(?:va|vont|doit|doivent) \w+(?:er|ir|re)\b",
    inclusions=r",? ?(?:y compris|à commencer par|dont|notamment)\b",
    additions=frozenset(("et",)),
    speech_starts=frozenset(
        "interrogé interrogée interrogés invité invitée questionné questionnée contacté contactée sollicité sollicitée interrogées".split()
    ),
    time_nouns=frozenset("an ans année années mois semaine semaines jour jours heure heures soir matin fois temps".split()),
    doubts=(
        r"\b(?:ne|n['’]|pas|non|ni|rien|jamais|aucune?|en vain|vainement|sans|si|s['’]il|sauf|hormis|excepté|à moins|tant que|à condition|pourvu|jusqu['’]à ce que|bien que|quoique|malgré|même si)\b",
        r"\b\w+(?:rait|raient)\b|\b(?:doi(?:t|vent)|devra|devront|peut|peuvent|pourra|pourront)\b",
        r"\b(?:peut-être|probablement|sans doute|vraisemblablement|éventuellement|présumée?s?|prétendue?s?|accusée?s?|soupçonnée?s?|semble(?:nt)?|paraît|allégué\w*|selon|d['’]après|provisoires?|contest(?:é?e?s?|ent|ait|aient)|nient?|avou\w+|dément(?:ent)?|rejett?ent?|réfut\w+|encore|toutefois|cependant|mais)\b",
        r"\b(?:alors qu[e'’]|tandis qu[e'’]|contre \d+|moins|autant|plus (?:de|que)|fois plus|comparé|en comptant|(?:plus|moins|aussi)(?: \w+){1,2} qu[e'’])\b",
    ),
    contrast=r"\bmais\b",
    captions=r"[)?!](?: ?par [A-Z0-9]|par \w)|\((?:vidéo|Vidéo|VIDÉO|photo|Photo|PHOTO|image|archives?|à gauche|à droite|au centre)(?: d['’]illustration| d['’]archives?)?\)|^(?:Photo|Crédit|Légende)s? ?:|\b[Pp]hoto d['’](?:illustration|archives)",
    indefinite_articles=frozenset("un une".split()),
    subject_pronouns=r"(?:ils?(?! (?:n['’]y a|n['’]y avait|faudra|faudrait|fallait|ne s['’]agit|n['’]est pas|semble|paraît|reste|suffit|y a|y avait|faut|(?:ne )?(?:pourrait|peut|devrait|doit|va) (?:\w+ )?(?:s['’]agir|y avoir|falloir)|s['’]agit|manque|(?:est|était) (?:devenu )?(?:\w+ )?(?:essentiel|crucial|important|nécessaire|possible|probable|impossible|temps|vrai|clair|difficile|urgent)|est (?:confirmé|prévu|question|arrivé que)))|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|c['’](?:est|était)|y(?! (?:a|avait|aura|aurait)\b))",
    person_pronouns="Il|Elle",
    contrary_titles=MappingProxyType({"Il": r"Mme|Mlle|Madame|Mademoiselle", "Elle": r"M\.|Monsieur|Sir"}),
    verbs_of_things=r"(?:(?:ne|se|leur|lui|y|en|nous|vous|devrait|devra|doit|va|pourrait|pourra|peut) |[nslm]['’])*(?:mesur|coût|pès[ea]|pesait|abrit|compren(?:d|ait)|conten|contien|dur(?:e|ent|ait|era|er)\b|reli|permet|élev|élèv|concern|prévo|représent|comport|consist|fonctionn|entr(?:e|era|er) en vigueur|porte(?:ra|rait)? sur|vis(?:e|ait|era) à|fait (?:suite|partie)|intervien|se (?:situ|trouv|tien|déroul|compos)|situ|compos|s['’]appliqu|appliqu|expir|surviv)",
    auxiliaries=_AUXILIARIES,
    rubrics=r"(?:vidéos?|photos?|images?|podcast|infographie|diaporama|reportage|enquête|entretien|interview|portrait|témoignages?|décryptage|analyse|éditorial|tribune|opinion|chronique|exclusif|exclu|info \w+|document|en direct|direct|live|à lire|mise à jour|archive) ?[:.|] ",
    pronoun_speakers=_PRONOUN_SPEAKERS,
    named_after=r"\b(?:universit[ée]|hôpital|clinique|institut|centre|prix|rue|avenue|place|boulevard|pont|aéroport|stade|musée|fondation|lycée|collège|école|théâtre|syndrome|maladie|loi|ouragan|tempête|porte-avions) (?:(?:d[eu]|de la|d['’]) ?)?[A-ZÀ-Ý][\w’'-]*(?: [A-ZÀ-Ý][\w’'-]*)*",
    leaning_phrases=(
        *_PRONOUN_SPEAKERS,
        r"\b(?:selon|d['’]après|pour) (?:lui|elle|eux|ces derniers|ce dernier|cette dernière)\b",
        r"\b(?:cet|cette|ces) (?!(?:année|semaine|nuit|fois|été|hiver|automne|après-midi|heures?|jours?|(?:derniers|dernières|prochains|prochaines) \w+)\b)[a-zà-ÿ]",
        r"(?<![\w’'-])ce (?!(?:qu[ei]?|sont|ne|n|jour|mois|matin|midi|soir|week-end|week|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|sujet|titre|moment|stade|point|même|soient?|fut|furent|sera|seront|serait|seraient|faisant|dont|à|en|pour|printemps|trimestre|siècle|genre|type|(?:premier|second|dernier|prochain) \w+|\d+)\b)[a-zà-ÿ]",
        r"\b(?:grâce à|avec|malgré|sans|après|avant|pour|dans|outre|face à|de|par) (?:cela|ça)\b",
        r"\b(?:à ce sujet|à cet égard|à ce titre|à cette occasion|en ce sens)\b",
        # A pronoun right behind the subject stands for nothing in its own sentence, unless what was said follows ("l'a annoncé :").
        rf"^{_SUBJECT}(?:qui )?(?:ne )?l['’](?:a|ont|avait|avaient|aura|auront|aurait|auraient|estime|juge|accuse)\b(?! (?:annoncé|appris|assuré|confirmé|dit|emporté|expliqué|montré|promis|rappelé|reconnu|répété|révélé|souligné))",
        rf"^{_SUBJECT}(?:ne )?(?:pourrai(?:t|ent)|pourr(?:a|ont)|devrai(?:t|ent)|devr(?:a|ont)|doi(?:t|vent)|peu(?:t|vent)) (?:en|y(?! avoir)) (?!(?:aller|arriver|finir|rester|savoir)\b)\w+(?:er|ir|re)\b",
        rf"^{_SUBJECT}y (?:ont|est|sont|a (?=\w+(?:é|ée|és|ées|u|i)\b))",
        r"^(?:(?-i:[^\s,A-ZÀ-Ý]+ ){0,3}|en \d{4}, )on (?:en|y) (?:compt|dénombr|recens|rencontr|trouv)\w+",
        r"^\S+ (?:(?-i:[^\s,A-ZÀ-Ý]+ ){0,4}?)(?:une? tel(?:le)?|de tel(?:le)?s|d['’]une? tel(?:le)?) (?!point\b|que?\b)[a-zà-ÿ-]{3,}(?! qu[e'’])",
        # Who thinks so does not say of what ("Pour Airbus, une telle usine …").
        rf"^(?:pour|selon|d['’]après|à en croire|aux yeux d[eu]) [^,]{{3,50}}, (?:une? tel(?:le)?|de tel(?:le)?s|(?:cet|cette|ces|ce) (?!{_THIS_TIME}|qu[ei]?\b|n['’]|sont\b)) ?[a-zà-ÿ]",
        r"^(?:tous|toutes|certains|certaines|chacun|chacune|aucun|aucune) (?:(?:les |l['’]|s['’]|se )?\w+(?:nt|e|ait)) ",
        r"^(?:\S+ ){1,8}?(?:donc|ensuite|aussi|également|alors|en effet|par ailleurs|pourtant|néanmoins|cependant|toutefois|en revanche)\b",
    ),
    leaning_times=(
        r"\b(?:la veille(?! de l| au soir d)|le lendemain|l['’]avant-veille|(?:une?|deux|trois|quatre|quelques|cinq|six|dix|\d+) (?:jours?|heures?|semaines?|mois|ans?|années?|minutes?) (?:plus tôt|plus tard|auparavant|après)|peu (?:après|avant)|au même moment|entre-temps|l['’]année suivante|le mois suivant|les jours suivants|la semaine suivante|le soir même|le jour même)\b(?! (?:d[eu'’s]|que|l[ea]s? |l['’]|son|sa|ses|une?|avoir|minuit|midi|\d))",
        r"(?<!\w)(?:ce|cette|ces) [\w-]+-là\b",
        r"(?<!\w)(?:ce|cet|cette|ces) mêmes? (?!(?:jour|soir|matin)\b)",
        r"(?<!\w)(?<!se rendre )(?<!rendu )(?<!rendue )(?<!rendus )sur place\b(?! (?:à|au|aux|en) )",
        r"^(?:sur place|sur les lieux)\b",
        r"\b(?:à son tour|lui aussi|elle aussi|eux aussi|elles aussi|lui non plus|elle non plus)\b",
    ),
    described_persons=frozenset(
        """trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire vingtenaire adolescent adolescente
        quadra quinqua réalisateur réalisatrice cinéaste acteur actrice comédien comédienne chanteur chanteuse rappeur rappeuse musicien
        musicienne guitariste pianiste artiste écrivain écrivaine romancier romancière auteur auteure autrice humoriste animateur
        animatrice présentateur présentatrice chroniqueur chroniqueuse journaliste joueur joueuse attaquant attaquante défenseur
        défenseuse gardien milieu ailier footballeur footballeuse buteur buteuse entraîneur entraîneuse sélectionneur technicien
        champion championne nageur nageuse cycliste coureur coureuse skieur skieuse pilote tennisman boxeur boxeuse judoka
        athlète suspect suspecte victime assaillant agresseur tireur meurtrier meurtrière automobiliste conducteur conductrice motard
        chauffeur homme femme garçon fillette fille retraité retraitée mère père accusé accusée prévenu prévenue détenu détenue
        fugitif policier policière gendarme élu élue candidat candidate sénateur sénatrice député députée milliardaire homme d'affaires
        octogénaire styliste créateur créatrice mannequin couturier chercheur chercheuse avocat avocate procureur procureure
        intéressé intéressée malheureux malheureuse jeune""".split()
    ),
    described_groups=frozenset(
        """groupe entreprise société firme compagnie start-up startup constructeur enseigne club formation équipe association syndicat ong
        parti chaîne duo trio couple quatuor établissement magazine hebdomadaire quotidien organisation plateforme""".split()
    ),
    described_events=frozenset(
        """accident incident drame attaque attentat fusillade incendie explosion crash séisme collision agression meurtre vol braquage
        altercation rixe match rencontre concert cérémonie opération enquête tragédie catastrophe éruption tempête""".split()
    ),
    described_acts=frozenset(
        """geste message texte lettre courrier motion mesure dispositif décision organisme initiative proposition annonce démarche
        verdict jugement requête plainte demande amendement tweet vidéo cliché photo scène phrase formule document rapport étude sondage
        livre film projet accord contrat amende sanction somme transaction site réseau service ong institution""".split()
    ),
    generic_persons=frozenset(
        "homme femme mère père fille policier policière conducteur conductrice chauffeur joueur journaliste artiste auteur avocat procureur procureure jeune candidat milieu".split()
    ),
    shared_roles=frozenset(
        "victime suspect suspecte assaillant agresseur tireur accusé accusée prévenu prévenue détenu détenue élu élue policier policière".split()
    ),
    family_marks=r"\b(?:les|des|aux|frères|sœurs|époux|famille) $",
    narrowing_participles=r"\w{2,}(?:é|ée|és|ées|is|ise|(?<!a)it|ite|u|ue)",
    unique_nouns=frozenset(
        """gouvernement président présidente police gendarmerie justice parlement assemblée sénat état pays planète monde terre lune soleil
        internet presse public population opinion république nation europe union pape roi reine armée droite gauche loi constitution ville
        préfecture mairie parquet nuit jour soir matin journée semaine mois année an temps moment fois fin début suite cas fait question
        vie mort santé travail argent marché bourse économie politique sport football cinéma télévision radio école église guerre paix climat
        virus pandémie covid-19 coronavirus épidémie confinement bac ministre maire préfet chef course tour tête main part place lieu
        cadre but point niveau long cours sein nom titre plan terrain sol air eau mer ciel nature histoire culture société avenir passé présent
        possibilité droit occasion sujet choix besoin reste ensemble moins plus même nombre taux voix moyen peine route rue mesure
        façon manière raison vérité situation peuple homme être gens premier dernier seul autre tout""".split()
    ),
    decades=MappingProxyType(
        {
            "vingtenaire": "2",
            "trentenaire": "3",
            "quadragénaire": "4",
            "quinquagénaire": "5",
            "sexagénaire": "6",
            "septuagénaire": "7",
            "octogénaire": "8",
            "nonagénaire": "9",
        }
    ),
    definite_noun=r"(?<![\w’'-])(?:(?P<article>l[ea]) |(?P<elided>l)['’])(?:jeune |petite? )?(?P<noun>[a-zà-ÿ][\wà-ÿ-]{2,})(?![\w’'])",
    indefinite=r"(?<![\w’'])(?:une?|d['’]une?|deux|trois|quatre|cinq|plusieurs) (?:[a-zà-ÿ-]+ )?",
    complements=r"[ ,]*(?:[A-ZÀ-Ý0-9]|M\. )| (?:d[eu]s?\b|d['’]|à\b|aux?\b|en\b|qui\b|qu[e'’]|dont\b|où\b|pour\b|contre\b|chez\b|sur\b|dans\b|entre\b|par\b|ayant\b|dit\b|dite\b|l[ea] (?:plus|moins)\b|, le \d|[«\"“(]|et (?:l[ea]s? |l['’])|ou )|-",
    predicates=r"(?:\b(?:est|était|sera|fut|être|devient|devenu|devenue|devenir|comme|nommée?|élue?|jou\w+|incarn\w+|fait|faire|faisait|c['’]est|sur|voilà) |[A-ZÀ-Ý][\w’'-]*(?: \([^)]*\))?, )$",
    before_vowels=r"(?<!\w)(?:de|que|jusque|lorsque|puisque|quoique) $",
    courtesy=r"(?:M\.|Mme|Mlle|Monsieur|Madame|Me) ",
    title_questions=r"(?:comment|pourquoi|ce qu[ei'’]|quand|où|qui|voici|quel\w*|votre|vos|vous)\b(?!-)",
    title_teasers=r"(?<!\w)(?:vos questions|nos réponses|(?:le |la |notre |un )?(?:guide|mode d['’]emploi|tutoriel)\b(?: (?:pas à pas|complet|pratique|ultime))?\W*$|: ce qu[ei'’].*|tout (?:savoir|comprendre)|on vous explique|\d+ (?:conseils|raisons|astuces|choses)|n[°º] ?\d+\W*$)",
    first_person=r"(?:je|j['’]|moi|nous)",
    report_verbs=frozenset(
        """déclaré indiqué annoncé précisé ajouté expliqué souligné rappelé assuré affirmé estimé jugé poursuivi
        confié détaillé dit rapporté dénoncé regretté prévenu martelé lancé écrit tweeté réagi commenté répondu salué
        critiqué déploré fustigé déclare indique annonce précise ajoute explique souligne rappelle assure affirme
        estime juge poursuit confie détaille rapporte dénonce regrette prévient martèle lance écrit réagit commente
        répond salue critique déplore fustige raconte insiste conclut résume avertit""".split()
    ),
    role_cues=MappingProxyType(
        {
            "event": (
                r"\b(?:a|ont|vient de|viennent de) (?:\w+ )?(?:annoncé|décidé|lancé|présenté|adopté|signé|révoqué|condamné|publié|ordonné|approuvé|rejeté|dévoilé|cessé|interdit|nommé|voté|rendu|ouvert|fermé|racheté|confirmé)",
                r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b",
            ),
            "cause": (
                r", car\b|\b(?:parce qu|en raison d|à cause d|grâce à|du fait d|faute d|puisqu|étant donné|compte tenu|à la suite d|suite à|dû à|due à|dus à|dues à)",
                r"\b(?:la raison|les raisons|la cause|les causes|l['’]origine|motif|expliqu(?:e|er|ent) (?:par|cette|ce)|s['’]expliqu|provoqu|accus\w+ (?:de|d['’])|reproch|afin de|dans le but|vise(?:nt)? à|justifi)",
            ),
            "consequence": (
                r"(?<!en )\b(?:conséquence|répercussion|impact|effets?\b|résultat|entraîn|provoqu|aboutir|abouti|condui(?:t|re|sant) à|mène à|engendr|du coup|par conséquent|désormais|ce qui (?:a|va|permet|devrait|réduirait|pourrait))",
                r"\b(?:risque(?:nt)? d|menace(?:nt)? d|pourrai(?:t|ent)|remis(?:e|es)? en question|ébranl|affect|coup (?:dur|majeur)|perte|accélér|frein|ralenti)",
            ),
            "figures": (
                r"\d[\d .,]*\s?(?:%|pour cent|€|\$|£|euros?|dollars?|livres?|millions?|milliards?|milliers?|tonnes?|habitants|personnes|emplois|morts?|cas\b|km|kilomètres|hectares|degrés)",
            ),
            "reaction": (
                r"[«\"“][^»\"”]{15,}[»\"”],? (?:a|ont|avait|avaient|[a-zé]+-t-(?:il|elle|on)|(?:dé|ex|an|in|pré|as|af|es|ju|pour|con|ra|ré|av|so|di|lan)\w+e(?:nt)?)\b|(?: : ?| qu[e'’] ?)[«\"“]",
                r"\b(?:a|ont) (?:réagi|dénoncé|salué|estimé|jugé|critiqué|regretté|déploré|fustigé|déclaré|affirmé|assuré|répondu|prévenu|souligné)|\b(?:selon|d['’]après) (?:le|la|les|l['’]|M\.|Mme|[A-Z])|\b(?:dénonce|salue|estime|juge|regrette|déplore|souligne|réagit|prévient|insiste)(?:nt)?\b",
            ),
            "context": (
                r"\b(?:depuis|en (?:19|20)\d\d|auparavant|jusqu['’](?:ici|alors|à présent)|jusque-là|l['’]an(?:née)? (?:dernier|dernière|passée?)|il y a (?:\w+ )?(?:ans?|mois|semaines?|jours?)|rappel|historique|à l['’]époque|autrefois|traditionnellement|avait|avaient|fond[ée]e?s? en|créée? en)\b",
            ),
            "next": (
                r"\b(?:prochain\w*|à venir|d['’]ici|prévue?s? (?:pour|le|en)|devrai(?:t|ent)|sera|seront|attendue?s?|ultérieurement|à partir d|dès (?:le|la|lundi|mardi|mercredi|jeudi|vendredi|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\d\d)|prochaine étape|échéance|entrera? en vigueur|va|vont)\b",
            ),
            "takeaway": (
                r"\b(?:message (?:clair|fort|est|envoyé)|envoie un message|leçons?|enseignement|il est (?:essentiel|crucial|important|nécessaire|indispensable|urgent)|il faut|montre (?:qu|à quel|combien)|démontre|prouve|signal|tournant|tendance|doivent|l['’]enjeu|au fond|reste à|la question|l['’]avenir|révèle|rappelle (?:qu|combien)|il s['’]agit)",
            ),
        }
    ),
    heading_roles=MappingProxyType(
        {
            "cause": r"^(?:\w+ ?: )?(?:mais |et |alors )?pourquoi\b|\b(?:raisons?|causes?|motifs?|motivations?|explications?|justifications?)\b|\bà l['’]origine\b|\bce qui (?:explique|motive|a (?:poussé|conduit|déclenché|provoqué))|\bcomment (?:l['’]|s['’])?expliqu",
            "consequence": r"\b(?:conséquences?|répercussions?|retombées|impacts?|effets|dégâts)\b|\bce que (?:cela|ça|l\w ?\w+) (?:va )?change\w*\b|\bce qui change pour\b|\bqu['’]est-ce que (?:cela|ça) (?:va )?change\w*|\b(?:quels|les) (?:risques|dangers)\b",
            "next": r"\bet (?:après|maintenant|ensuite)\b|\bprochaines? étapes?\b|\bcalendrier\b|\bla suite\b|\bperspectives\b|\bquelle suite|\bque va-t-il se passer|\bà quoi s['’]attendre",
            "takeaway": r"\bretenir\b|^(?:en )?(?:conclusion|résumé|bilan)\b|\b(?:leçons?|enseignements?|morale)\b|\b(?:recommandations|bonnes pratiques)\b|\bque (?:faut-il|peut-on|doivent|peuvent) (?:\w+ )?(?:retenir|faire)\b|\bl['’]essentiel\b|\bce que (?:cela|ça|l\w ?\w+) (?:nous )?(?:dit|apprend|révèle|montre)\b|\bce qu['’]il faut comprendre",
        }
    ),
    stated_roles=MappingProxyType(
        {
            "cause": r"(?:(?:la |le |les |une |un |l['’]autre |(?:la )?(?:première |seconde |principale ))?(?:raisons?|causes?|motifs?|explications?)\b(?=[^.]{0,45}(?: ?[:?]| est | sont | tient | invoqué| avancé| en est))|(?:en cause|à l['’]origine|parmi les (?:raisons|causes))\b)|.{0,60}\b(?:s['’]explique(?:nt|rait|raient)? par|(?:est|sont|serait|seraient) (?:dus?|dues?) à|la (?:seule |principale )?(?:raison|cause) (?:est|tient|en est|invoquée|avancée))\b",
        }
    ),
    person_titles=frozenset(
        """m m. mm mm. mme mmes mlle maître me dr docteur pr professeur professeure président présidente ministre
        premier première secrétaire sénateur sénatrice député députée maire préfet préfète juge procureur procureure
        général colonel capitaine commandant commissaire directeur directrice pdg patron patronne fondateur fondatrice
        cofondateur cofondatrice porte-parole avocat avocate chercheur chercheuse économiste journaliste analyste
        reine roi prince princesse pape chancelier chancelière ambassadeur ambassadrice acteur actrice chanteur
        chanteuse réalisateur réalisatrice écrivain écrivaine romancier romancière sociologue historien historienne
        épidémiologiste ingénieur ingénieure expert experte leader chef cheffe""".split()
    ),
    kinds_behind_names=frozenset("sa sas sarl".split()),
    organisation_tails=frozenset(
        """sa sas sarl inc inc. corp corp. corps ltd ltd. llc plc gmbh ag co co. group groupe bank bancorp holding
        holdings university institute foundation technologies systems labs media pictures motors airlines industries
        telecom télécom""".split()
    ),
    phrase_links=frozenset(("de", "du", "des", "d'", "d’", "à", "en", "l'", "l’", "la", "au", "aux", "-")),
    adjective_side="after",
    definite_articles=frozenset(("le", "la", "les", "l'", "l’")),
    name_openers=frozenset("du au aux".split()),
    name_links=frozenset("de du des d' d’ la le les l' l’ of the for von van der den di da del bin al el ben sur".split()),
    place_aliases=MappingProxyType(
        {
            "Etats-Unis": "États-Unis",
            "USA": "États-Unis",
            "U.S.A.": "États-Unis",
            "US": "États-Unis",
            "Emirats arabes unis": "Émirats arabes unis",
            "RDC": "République démocratique du Congo",
            "UK": "Royaume-Uni",
        }
    ),
    service_cues=frozenset(
        "sur via compte comptes page pages application appli réseau plateforme chaîne vidéo vidéos tweet".split()
    ),
    conjunctions=frozenset("et ou ni puis".split()),
    label_cues=MappingProxyType(
        {
            "ORG": frozenset(
                """entreprise société groupe start-up startup firme éditeur constructeur géant filiale laboratoire opérateur
        agence ong association syndicat banque parti club équipementier distributeur cabinet fabricant enseigne chaîne
        fournisseur hébergeur assureur compagnie concurrent""".split()
            ),
            "PRODUCT": frozenset(
                """modèle modèles chatbot logiciel application appli plateforme console smartphone navigateur assistant robot
        outil jeu voiture véhicule médicament vaccin vaccins téléphone service moteur système avion missile""".split()
            ),
            "LAW": frozenset(
                """loi règlement directive traité convention accord protocole décret ordonnance amendement charte""".split()
            ),
            "EVENT": frozenset(
                """festival sommet forum salon ouragan tempête cyclone séisme coupe tournoi championnat opération guerre""".split()
            ),
            "WORK": frozenset(
                """film roman livre album série chanson émission documentaire rapport étude journal quotidien magazine revue
        essai""".split()
            ),
            "LOC": frozenset(
                """ville commune village région département quartier rue avenue place fleuve rivière mont île lac province
        comté banlieue aéroport gare port pays capitale vallée golfe mer océan""".split()
            ),
        }
    ),
    demonyms=r"(?:[aoé]is|[ao]ises?|i?[ée]ns?|i?[ée]nnes?|cains?|caines?|mands?|mandes?|gnols?|gnoles?|turcs?|russes?|belges?|suisses?|arabes?|juifs?|juives?|musulmans?|musulmanes?|chrétiens?|grecs?|kurdes?|corses?|bretons?|danois|slaves?)",
    place_prepositions=frozenset("à en vers depuis".split()),
    genera=frozenset(
        "notion concept carnet faculté part prix pelle récipient remède herbe arbre arbuste fleur fruit légume graine algue poisson oiseau mammifère reptile rongeur champignon roche minéral glace étoile planète astre comète endroit matériau tissu plat boisson fromage gâteau vin alcool danse roman poème phénomène symptôme os muscle".split()
    ),
    comment_nouns=frozenset(
        """accusation affaire album an analyse annonce année argument avantage baisse bataille bilan cas cause chance chef chiffre choix chose circonstance cible clé colère condition couac disque
        conflit conséquence constat coup couple crainte crise critique danger décision défi demande dérive dossier défaite drame effort élément
        enfant enjeu enquête épisode épreuve erreur espoir étude événement famille exemple expérience façon faute femme fille fils fierté fin formule geste habitant hausse heure histoire homme hypothèse idée image information infirmier initiative
        jeune jour journée lieu manière marché membre mesure million milliard mois moment montant mort musée niveau nom nombre nouveauté nouvelle occasion opération parent parti pays personne peur pilier poème point position première preuve priorité problème proche proportion proposition promesse propos quartier question raison réforme région
        rappel record résultat responsable réponse risque rôle scénario scène signe situation somme source succès sujet surprise symbole tâche témoin temps texte tendance thème tour tout travail tragédie vie victime victoire ville voix vue""".split()
    ),
    which_one=r"(?:qu['’]|(?:qui|que|dont|où|lequel|laquelle|lesquel(?:le)?s|auquel|à laquelle|permettant|visant|destinée?s?|chargée?s?|consistant|utilisée?s?|servant|censée?s?|composée?s?|regroupant|réunissant|transmise?s?|causée?s?|provoquée?s?|issue?s?|fabriquée?s?|réservée?s?|située?s?)\b)",
    noun_ties=r"(?:du |des |de la |de l['’])",
    told_verbs=r"\b(?:était|étaient|avait|avaient|fut|furent|venait|vient de|vécut)\b|\b(?:a|ont|s['’]est|se sont) (?:\w+ )?\w+(?:é|i|u|is|it)e?s?\b|\bqui \w+(?:ait|aient|èrent)\b|\b(?:sera|seront|serait|seraient|pourra|pourront|pourrait|pourraient|ainsi que|iront)\b",
    name_kinds=frozenset(
        """protéine hormone enzyme gène bibliothèque capteur format monnaie matériau indicateur extension minéral alliage composé liste registre fichier laiterie brasserie fonderie scierie imprimerie clinique chantier distillerie test technique méthode procédé technologie maison-mère administration agence algorithme alliance antenne antibiotique anticorps antidouleur antidépresseur
        antiviral anxiolytique appareil appli application armateur arme assistant association assureur autorité
        avionneur bactérie banque baromètre blindé branche brasseur brigade cabinet cartel centre championnat
        charte chatbot chaîne chimiste cimentier classement club coalition coentreprise collectif comité
        commission compagnie comparateur confédération conglomérat congrégation consortium constructeur
        convention coopérative courant croisiériste cryptomonnaie dispositif distributeur drogue drone
        encyclopédie enseigne entreprise ex-filiale fabricant faction festival filiale firme fondation fonds
        fongicide forum fournisseur fusée fédération gang gestionnaire groupe groupement groupuscule guérilla
        géant hebdomadaire herbicide hébergeur hélicoptère hôpital incubateur indice initiative insecticide
        instance institut institution jeu joaillier journal juridiction label laboratoire lanceur langage lobby
        logiciel loi magazine marque mensuel messagerie milice ministère missile mission modèle molécule moteur
        motoriste mouvance mouvement mutation mutuelle média médicament navigateur norme néobanque observatoire
        office ong opioïde opérateur opération organe organisateur organisation organisme outil pacte parti
        pesticide plan plate-forme plateforme prestataire prix producteur programme projet protocole puce
        quotidien rassemblement regroupement revue robot rébellion récompense régie régime régulateur réseau
        salon satellite secte section service sidérurgiste site société somnifère sonde sous-marin sous-traitant
        spécialiste start-up startup structure studio supercalculateur syndicat système tabloïd tournoi
        traitement traité transporteur télescope unité université vaccin virus voyagiste webzine éditeur
        émission énergéticien équipementier établissement""".split()
    ),
    vague_kinds=frozenset(
        """technique méthode test laboratoire fabricant fournisseur distributeur filiale agence antenne application association banque cabinet centre chaîne club collectif compagnie
        entreprise firme fondation groupe géant hebdomadaire hôpital institut institution jeu journal magazine
        marque mensuel ministère mouvement média ong opérateur opération organisation organisme parti plan
        plateforme programme projet quotidien radio réseau service site société structure syndicat système
        université établissement""".split()
    ),
    thin_modifiers=frozenset(
        """grand grande grands grandes petit petite petits nouveau nouvel nouvelle autre autres même premier première dernier dernière
        principal principale propre seul seule célèbre fameux fameuse ancien ancienne futur future jeune vieux vieille important importante puissant
        puissante local locale concerné concernée visé visée éponyme privé privée bon bonne meilleur meilleure vrai véritable deuxième
        troisième second seconde spécialisé spécialisée spécial spéciale presse question compatible compatibles baptisé baptisée nommé nommée dénommé dénommée appelé appelée dit dite vieille connu connue""".split()
    ),
    other_words=frozenset(("autre", "autres", "même")),
    media_kinds=(
        r"\b(?:quotidien|hebdomadaire|mensuel|bimensuel|périodique|trimestriel|magazine|journal|journaux|tabloïd|chaîne(?! (?:\w+ ){0,2}d(?:e |['’])\w*(?:magasin|supermarché|hôtel|restaur|boulanger|pharmac|cinéma|café|fast))"
        r"|radio|station (?:de radio|généraliste)|télévision|audiovisuel|agence (?:de presse|d['’]information)|média|site (?:\w+ ){0,2}d['’](?:actualité|information|enquête|investigation)"
        r"|actualité|newsletter|podcast|talk-show|émission|réseau de stations|groupe de presse)s?\b"
    ),
    noun_phrase_ends=r",|;| (?:qui|que|dont|où|pour|par|avec|sur|à|au|aux|en|dans)\b",
    source_openers=(
        r"(?:(?:selon|d['’]après|auprès d|relayée?s? par|révélée?s? par|rapportée?s? par|publiée?s? (?:par|dans|sur)|diffusée?s? (?:par|sur|dans)|cité(?:e?s?) par"
        r"|contactée?s? par|interrogée?s? par|consultée?s? par|obtenue?s? par|établie?s? par|réalisée?s? par|vue?s? par|recueillie?s? par|joint(?:e?s?) par|invitée?s? (?:de|du|sur)"
        r"|informations? (?:de|du)|antenne de|micro d|plateau d|colonnes d|site (?:internet )?d|interview (?:à|au|accordée à|pour)|entretien (?:à|au|avec|accordé à)|accordée?s? (?:à|au)"
        r"|confiée?s? (?:à|au)|déclarée?s? (?:à|au)|indiquée?s? (?:à|au)|transmise?s? (?:à|au)|journalistes? (?:de|du|à)|correspondante?s? (?:de|du)|photographes? (?:de|du)|caméras? (?:de|du)"
        r"|ont? appris|sur|dans|à|au|pour|par|crédits?|photos?|[(/©])[\w’' ]{0,3}(?:(?:les?|la|du|nos confrères (?:de|du)|le (?:quotidien|journal|magazine|site|média)(?: [a-zé-]+){0,2}|la (?:chaîne|radio)(?: [a-zé-]+){0,2}|l['’](?:agence|hebdomadaire|émission)(?: [a-zé-]+){0,3}) )?[«\"“]? ?)$"
    ),
    gloss_openers=r"(?:(?:une?|les?|la|des|du) |l['’])",
    closing_pronouns=r"\w+-mêmes?|(?:un|une) par une?|les une?s (?:des|les) autres",
    changes=r"\b(?:qui|que|dont|où)\b.*\bn(?:e |['’])\w+.*\b(?:plus|jamais)\b|\bqui n['’](?:était|étaient|avait|avaient)\b",
    definition_cues=MappingProxyType(
        {
            "called": r"appel|baptis|dénomm|surnomm|\bdite?s?\b|connue?s?",
            "that_is": r"c['’]est-à-dire|à savoir|autrement dit|soit",
            "parenthesis": r"\((?:une? |des |le |la |les |l['’])",
            "refers": r"désign|signifi|v(?:eut|eulent) dire|renvoie|fait référence|consiste|correspond|regroup|défini|décrit|considér|ser(?:t|vent) à|permet|vise|caractéris",
            "is_called": r"appel|baptis|nomm|désign|connue?s? sous",
            "which_does": r", qui ",
            "which_is": r" qui (?:est|sont|désigne|signifie|consiste|permet|regroupe|correspond|vise|sert|servent|charg|gère|assure|oblige|interdit|autorise)",
            "in_which": r"l(?:e|a|es)quel|auquel|duquel",
            "is_when": r"c['’]est| soit | ou ",
            "method": r"consist(?:e|ant) à",
            "dash": r"(?:—|--|–|:) ?(?:une? |le |la |les |l['’]|des |ou |ce qui )",
        }
    ),
    definition_traits=MappingProxyType(
        {
            "relative": r"\b(?:qui|que|dont|où|lequel|laquelle|lesquel(?:le)?s)\b|\bqu['’]",
            "purpose": r"\b(?:permet(?:tant|tent)?|chargée?s?|destinée?s?|servant|pour|consistant|visant|fabriquée?s?|utilisée?s?)\b",
            "superlative": r"\b(?:plus|moins|meilleure?s?|pire|premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?|deuxième|troisième|seconde?)\b",
            "verdict": r"\b(?:bonne?s?|mauvaise?s?|grande?s?|coup|victoire|défaite|poison|réussite|échec|pari|priorité|sujet|marqueur|clé|enjeu|problème|risque|record|succès|honte|signe|drame|déchirement|délivrance|surprise|désastre|fierté|rêve|cauchemar|défi|soulagement|erreur|scandale)\b",
            "kind": r"\b(?:sorte|type|forme|système|méthode|technique|procédé|procédure|pratique|dispositif|appareil|outil|organisme|organe|agence|autorité|loi|règle|taxe|impôt|maladie|programme|logiciel|association|groupe|ensemble|terme|nom|mot|substance|plante|animal|contrat|mesure|droit|fonds|caisse|service|prêt|emprunt|vague|zone|partie|bâtiment|bactérie|protéine|molécule|action|fait|capacité|administration)s?\b",
            "possessive": r"\b(?:son|sa|ses|leurs?|notre|nos|votre|vos|mon|ma|mes)\b",
            "deictic": r"\b(?:hier|demain|ici|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|cette|ces|cet)\b",
            "past": r"\b(?:était|étaient|avait|avaient|a été|ont été|fut)\b",
            "figure": r"\d",
        }
    ),
    definition_patterns=MappingProxyType(
        {
            "copula": rf"(?:^|[,;(] ?){_START}{_TERM}(?: ?[»\"”])?{_GAP} {_ADVERBS}(?:est|sont|désigne(?:nt)?|signifie(?:nt)?|correspond(?:ent)? (?:à|aux?)|consiste(?:nt)? (?:à|en)|se définit comme|se définissent comme|(?:est|sont) définie?s? comme) {_ADVERBS}(?P<definition>(?:une? |des |le |la |les |l['’]|d['’])[^.;!?]{{12,240}}?)(?=[.;!?]|$)",
            "called": rf"(?<![\w’'])(?P<definition>(?:une? |des |le |la |les |l['’])[^.;:!?()]{{8,160}}?),? (?:appelée?s?|baptisée?s?|dénommée?s?|surnommée?s?|dit(?:e|s|es)?(?![\w-])|que l['’]on appelle|qu['’]on appelle|plus connue?s? sous le nom d[e'’]) ?(?:[«\"“] ?)?{_TERM}(?: ?[»\"”])?{_END}",
            "we_call": rf"(?:[Oo]n|[Nn]ous) (?:appelle|appelons|nomme|entend(?:ons)? par|désigne (?:par|sous le nom de)) (?:[«\"“] ?)?{_TERM_CALLED}(?: ?[»\"”])? (?P<definition>(?:une? |des |les? |la |l['’]|toute? |ce )[^.;!?]{{12,240}}?)(?=[.;!?]|$)",
            "by_we_mean": rf"(?:[Pp]ar|[Ss]ous le (?:terme|nom) de) (?:[«\"“] ?)?{_TERM}(?: ?[»\"”])?,? (?:on|nous|il faut) (?:entend|entendons|désigne|désignons|comprend|entendre) {_NOUN_PHRASE}{_END}",
            "that_is": rf"(?:^|[ («\"“])(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]n |[Uu]ne |[Dd]es |[Dd]u |[Dd]['’])?{_TERM} ?(?:[»\"”])?,? \(?(?:c['’]est-à-dire|à savoir|autrement dit|soit),? (?:de (?=l['’]|la |les ))?(?P<definition>(?:une? |des |les? |la |l['’]|du |de |d['’]|pour |aux? |le fait )(?!double|triple|moitié|tiers|éternité|record|peu)[^.;:!?(),]{{8,200}}?)(?=[.;:!?(),]|$)",
            "noun_apposition": r"(?<![\w’'-])(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]ne? |[Dd]es |[Dd]u |[Dd]e la |[Dd]['’]|[Dd]e |[Aa]ux? )(?:[«\"“] ?)?(?P<term>[a-zéèàâîôç][\w’'-]{3,}(?:['’ ](?:de |du |des |d['’]|à |en )?[a-zéèàâîôç][\w’'-]+){0,3})(?: ?[»\"”])?(?: ?\([^()]{2,60}\))?(?:,| [—–-]) (?P<definition>(?:une? |des |le |la |les |l['’]|cette? |ces |de (?:grands?|petite?s?|grandes) )(?!(?:autre|même|premi|derni|plus|double|veille|lendemain)\w*)[^.;:!?()«»\"“”—–]{14,190}?)(?=,| [—–-]|\.|;|$)",
            "apposition": r"(?<!\d )(?<![\w-])(?:(?:[Ll]es? |[Ll]a )(?=[A-Z])|[Ll]['’](?=[A-ZÉÈ]))?(?P<term>(?:[A-ZÉÈÀÂÎÔÇŒ][\w’'-]*)(?: (?:(?:de|du|des|d['’]|la|le) ?)?[A-ZÉÈÀÂÎÔÇŒ\d][\w’'-]*){0,4})(?: ?\([^()]{2,60}\))?, (?P<definition>(?:une? |le |la |les |l['’]|des )(?!(?:plus|autre|même)\b)[a-zéèàâîôç](?:[^.;:!?()«»\"“”,]|(?<=\d)[.,](?=\d)){8,140}?)(?=,(?!\d)|\.(?!\d)|;|$)",
            "title_apposition": r"(?P<term>[A-ZÉÈ][\w’'-]+(?: (?:de |du |d['’])?[A-ZÉÈ][\w’'-]+){1,3}), (?P<definition>(?:présidente?|directeur|directrice|secrétaire|ministre|porte-parole|fondateur|fondatrice|cofondateur|cofondatrice|patronne?|pdg|PDG|maire|députée?|sénateur|sénatrice|professeure?|chercheuse?|chercheur|experte?|analyste|économiste|avocate?|responsable|chef|cheffe|médecin|épidémiologiste|sociologue|historienne?|ancienne?|ex-)[^.;:!?()«»\"“”,]{0,120}?)(?=,|\.|;|$)",
            "copula_wide": rf"(?:^|[,;(:«] ?|que ){_START}{_TERM}(?: ?[»\"”])?{_GAP} {_ADVERBS}(?:est|sont) {_ADVERBS}(?P<definition>(?:une? |des |le |la |les |l['’]|l['’]une? des |celles? qui |ceux qui )[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "copula_past": rf"^{_START}{_TERM}{_GAP} (?:était|étaient|fut|furent|a été|ont été) {_ADVERBS}(?P<definition>(?:une? |des |le |la |les |l['’])[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "refers": rf"(?<![\w’'-]){_START}{_TERM}(?: ?[»\"”])?{_GAP} {_ADVERBS}(?:désigne(?:nt)?|signifie(?:nt)?|veut dire|veulent dire|renvoie(?:nt)? à|fait référence à|consiste(?:nt)? (?:à|en)|correspond(?:ent)? (?:à|aux?)|regroupe(?:nt)?|(?:est|sont) (?:définie?s?|décrite?s?|considérée?s?) comme|sert à|servent à|permet(?:tent)? (?:de|à)|vise(?:nt)? à|se caractérise(?:nt)? par) (?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "is_called": rf"(?<![\w’'-])(?P<definition>[^.;:!?()]{{4,160}}?),? (?:(?:est|sont|était|étaient) )?(?:aussi |également |souvent |parfois |communément |plus )*(?:appelée?s?|baptisée?s?|dénommée?s?|nommée?s?|surnommée?s?|désignée?s? (?:par|sous le nom de)|connue?s? sous le nom d[e'’]|que (?:l['’]on|les \w+) (?:appelle(?:nt)?|nomme(?:nt)?)|qu['’](?:on|ils) (?:appelle(?:nt)?|nomme(?:nt)?)) ?(?:les? |la |l['’]|une? )?(?:[«\"“] ?)?{_TERM_SHORT}{_STOP}",
            "which_is": rf"(?<![\w’'-]){_TERM} ?,? (?:qui (?:est|sont|désigne(?:nt)?|signifie(?:nt)?|consiste(?:nt)? (?:à|en)|permet(?:tent)? (?:de|à)|regroupe(?:nt)?|correspond(?:ent)? (?:à|aux?)|vise(?:nt)? à|sert à|servent à|chargée?s? de|gère|assure|oblige|interdit|autorise)) ?(?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "which_does": rf"{_TERM} ?, qui (?!(?:a|ont|est|sont|avait|avaient|était|étaient|vient|vont|va|doit|doivent|peut|peuvent|se|ne|aurait|n['’]\w+|s['’]\w+|devrait|reste|entend|souhaite|veut|dénonce|affirme|estime|assure|espère)\b)(?P<definition>\w+(?:e|ent|it|t|d|ne) [^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "before": rf"(?P<definition>(?:[Uu]ne? |[Cc]et(?:te)? |[Cc]e |[Pp]ayer |[Ff]ournir |la \w+ que )[^.;!?()«»]{{14,170}}?)(?: ?,| : c['’]est)(?: dite?s?| connue?s? (?:des \w+ )?sous le nom d[e'’]| le principe d[e'’])? (?:à |le |la |les |l['’])?(?:« ?)?{_TERM_SHORT}(?: ?»)?(?=,|\.|$)",
            "we_say": rf"(?:[Oo]n (?:parle d[e'’]|donne le nom d[e'’]|donnait le nom d[e'’])|nomment|appellent|appelaient|sous le nom d[e'’]) ?(?:« ?)?{_TERM_SHORT}(?: ?»)?(?:,[^,]{{4,50}},| lorsque| quand| pour désigner| aux|,)? (?P<definition>(?:une? |des |le |la |les |l['’]|aux |\w+ )[^.;!?]{{8,200}}?)(?=[.;!?]|$)",
            "in_which": rf"(?<![\w’'-]){_TERM} ?,? (?:dans le(?:quel|squels)|dans la(?:quelle|squelles)|par le(?:quel|squels)|par la(?:quelle|squelles)|selon le(?:quel|squels)|selon la(?:quelle|squelles)|au cours (?:duquel|de laquelle)|grâce auquel|grâce à laquelle) (?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "is_when": rf"(?<![\w’'-]){_START}{_TERM}{_GAP}(?:,? c['’]est (?:quand|lorsque|le fait|l['’]action|une?|le|la|les)|,? c['’]est[- ]à[- ]dire|,? soit|,? ou) (?P<definition>[^.;!?,]{{8,240}}?)(?=[.;!?,]|$)",
            "dash": rf"(?<![\w’'-]){_TERM} ?(?:—|--|–|:) ?(?P<definition>(?:une? |le |la |les |l['’]|des |ou |ce qui |le fait )[^.;!?—–]{{8,240}}?)(?=[.;!?—–]|--|$)",
            "method": r"(?<![\w’'-])(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]ne? |[Dd]u |[Dd]e la |[Dd]['’]|[Dd]e |[Aa]u |à la )(?:[«\"“] ?)?(?P<term>[a-zéèàâîôç][\w’'-]{3,}(?: (?:de |du |des |d['’])?[a-zéèàâîôç][\w’'-]+){0,3})(?: ?[»\"”])?(?: ?\([^()]{2,60}\))?(?:,| [—–-]) (?P<definition>(?:une (?:technique|pratique|méthode)|un procédé) (?:\w+ )?(?:qui consiste à|consistant à) [^.;:!?()«»\"“”—–,]{14,190}?)(?=,| [—–-]|[.;:!?]|$)",
            "parenthesis": rf"(?<![\w’'-])(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]n |[Uu]ne )?{_TERM} \((?P<definition>(?:une? |des |le |la |les |l['’])[^()]{{12,160}})\)",
        }
    ),
    empty_terms=(
        r"(?:(?:principa(?:l|le|ux|les)|premi(?:er|ère)s?|seule?s?|grande?s?|autres?|vraie?s?) )*(?:avantage|inconvénient|bénéfice|risque|raison|défi|but|objectif|problème|question|enjeu|différence|limite|résultat|idée|rôle|tâche|mission|cause|condition|point|force|faiblesse|difficulté|priorité|cible|stratégie|solution|obstacle|leçon|conséquence|effet|ambition|atout|intérêt|principe|changement|exception|alternative|règle)s?(?: (?:principa(?:l|le|ux|les)|majeure?s?|essentiel(?:le)?s?))?",
        r"(?:ni|nul(?:le)?|(?:aucune?|chacune?|plusieurs|certaine?s|(?:la )?plupart|l['’]une?) d(?:es?|u))\b.*",
    ),
    empty_definitions=(
        r"(?:une? )?(?:très |bien |plutôt )?(?:bonne?|mauvaise?|vraie?|simple|grande?|belle|longue|nouvelle|énorme|véritable|premier|première|seule?|succès|échec|carton|tabac|régal)\b.*",
        r"(?:la|le|les|l['’]|une?) ?(?:question|fait|cas|raison|chose|moment|seule?|plus|premi[eè]re?|derni[eè]re?|deuxième|second|seconde|même|meilleure?s?|pire|principale?s?|moins|sujet|problème|résultat|signe|suivante?|bonne|fin|clé|cible|victime|priorité|réponse|solution|preuve|conséquence|cause)\b.*",
        r"(?:de|à|en|pas|plus|déjà|aussi|toujours|encore)\b.*|d['’].*",
    ),
    long_form_links=r"(?:pour|ou|soit|c['’]est-à-dire|(?:signifie|veut dire)(?! qu)|est (?:l['’]acronyme|le sigle|l['’]abréviation) d(?:e |u |es |['’])|la|le|l['’]|les)",
    short_form_links=r"(?:ou|dite?s?|alias|(?:plus |aussi |mieux )?(?:connue?s? (?:comme|sous le (?:nom|sigle)(?: de| d['’])?)|appelée?s?)|abrégée?s? en)(?: la| le| l['’]| les)?",
    articles=(
        r"(?:les?|la|l['’]|une?|des|du|de la|de l['’]|d['’]|cet|cette|ces|ce|son|sa|ses|leurs?|notre|nos|votre|vos|au|aux|de|qu['’]|chaque|toute?s?|tous)\b ?",
    ),
    derived_endings="ique|iste|ienn?e?|logue|eur|euse|rice|phobe|crate|iatre|athlète|ée?|er|(?<=m)is",
    field_endings="logie|isme|tion|age|(?<=tr)ique|(?<=s)ique|cratie|iatrie|métrie",
    plurals=MappingProxyType({"al": "aux", "ail": "aux", "u": "us"}),
    spellings=MappingProxyType({"œ": "oe"}),
    column_names=MappingProxyType(
        {
            "id": "identifiant|numero",
            "term": "terme|mot|entree|vedette|notion|libelle",
            "lang": "langue",
            "acronym": "sigle|sigles|acronyme|acronymes|abreviation|abreviations|abrege",
            "variants": "variante|variantes|synonyme|synonymes|autres_noms",
            "deprecated": "deconseille|deconseilles|interdit|interdits|a_eviter|termes_interdits|termes_deconseilles",
            "status": "statut|etat",
            "definition": "definition|definitions|explication",
            "origin": "origine",
            "source": "source|reference",
            "sentence": "phrase",
            "domain": "domaine|theme|sujet",
            "translation": "traduction|equivalent",
            "fr": "francais",
            "en": "anglais",
        }
    ),
    term_marks=MappingProxyType(
        {
            "grammar": r"(?:(?:n|s|subst|nom|adj|adjectif|adv|adverbe|v|verbe|loc|locution|m|f|nm|nf|masc|masculin|fém|féminin|pl|plur|pluriel|sing|inv|tr|intr|pron|pr)\b\.?[ ,/]*)+",
            "or": r"ou|aussi|dite?|syn(?:onyme|\.)",
            "deprecated": "(?:terme_)?(?:interdit|proscrit|deconseille|obsolete|perime|rejete|a_eviter|a_bannir|a_proscrire)e?s?",
        }
    ),
)
