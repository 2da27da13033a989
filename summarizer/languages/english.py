"""English."""

from __future__ import annotations

from types import MappingProxyType

from summarizer.languages.record import Language

_TERM = r"(?P<term>(?:[A-Z][\w’'-]*|\w[\w’'-]*)(?:–\w[\w’'-]*)?(?: (?:of |the |for )?[\w’'-]+){0,4})"
_TERM_SHORT = r"(?P<term>[\w][\w’'-]*(?: (?:of |the )?[\w’'-]+){0,3}?)"
# A name that somebody gives, before what it is given to: no article is in it ("scientists call honeyflow the period in which…").
_TERM_CALLED = r"(?P<term>\w[\w’'-]*(?: (?:of |of the |for )?(?!(?:an?|the|any)\b)[\w’'-]+){0,4}?)"
_NOUN_PHRASE = r"(?P<definition>[^.;:!?()]{12,240}?)"
_END = r"(?=[.;:!?()]|$)"
# Other names of the term between it and its verb, and adverbs before the verb; where a term ends in running text.
_GAP = r"(?:,? ?\([^()]{1,90}\)|,? (?:also |sometimes |commonly |often |or |plural |abbreviated |literally |formerly |officially |as )[^,.;]{2,80},)*"
# Somebody who is named, in the act that a picture shows: "Mary Hale celebrates with the cup after the match."
_ACTS = (
    r"(?:celebrates|poses|smiles|waves|gestures|applauds|embraces|hugs|kisses|grins|laughs|walks|sits|stands)(?= (?:\w+ )?(?:for|with|on|at|as|after|during|in|to|by|outside|alongside|behind|beside|between|next|off|out|his|her|their|team)\b)"
    r"|celebrates \w+ing\b|shakes hands|(?:holds|lifts) (?:up|aloft|the (?:\w+ ){0,3}(?:cup|trophy|title|award|medal|shield))\b|(?:watches|looks) on\b|looks dejected|(?:wheels|runs|slides) (?:away|off)\b|brings out|reacts (?:after|during|as|to)"
    r"|(?:controls|challenges for|vies for|battles for|carries) (?:the|his|her)\b|(?:fires|slots|heads|curls|shoots|scores|chips|sweeps) (?:home|past|in|wide|over|his|her|the (?:ball|opening|winning|opener|winner))\b"
    r"|speaks (?:to|with|at|during)|takes (?:his|her) (?:seat|place)\b|arrives (?:at|for|in|with|to)|leaves the (?:field|pitch|court|hotel|ground|stadium)|trains (?:with|ahead|at|during)"
)
_SEEN = rf"^(?!(?:This|He|She|It|His|Her|They|Its|That|There|Who|Footage|The|A|An|Mr|Mrs|Ms|Police|What|Everyone)\b)(?:[A-Z][\w'’.-]+ ){{1,3}}(?:(?<=['’]s )[a-z-]+ )?(?:\([^)]*\) |and (?:[A-Z][\w'’-]+ ){{1,2}})?(?:{_ACTS})[^:;\"“‘]*$"
_ADVERBS = r"(?:often |also |usually |generally |typically |commonly |essentially |basically |simply |normally |sometimes )*"
_START = r"(?:[Tt]he (?:term |word |name |phrase |concept of )?|[Aa]n? |[Tt]erm )?"
_STOP = r"(?= ?[,.;:!?()—]| (?:and|or|because|in|by|which|that|when|if|while|for|with|as|to|from|after|before|is|are|was|were|has|have)\b|$)"

_AUXILIARIES = frozenset("has have had is are was were will would can could may might must did does do shall should".split())
_VERB_FOLLOWS = rf"(?= (?:(?:also |now |still |then )?(?:{'|'.join(sorted(_AUXILIARIES))})|said|says|told) )"

# Verbs of what one says, in the past and the present.
_SAID = r"said|says|added|adds|told|tells|explained|explains|wrote|writes|stated|states|warned|warns|insisted|insists|continued|continues|argued|argues|noted|notes|claimed|claims|recalled|recalls|joked|tweeted|testified"
_PRONOUN_SPEAKERS = (
    r"(?:^|[, \"”])(?:he|she|they) (?:also |later |then |further )?(?:" + _SAID + r")\b",
    r"[, \"”](?:" + _SAID + r") (?:he|she|they)\b",
)

ENGLISH = Language(
    code="en",
    name="English",
    role_labels=MappingProxyType(
        {
            "event": "The news",
            "cause": "The reason",
            "consequence": "The consequences",
            "figures": "The figures",
            "reaction": "The reactions",
            "context": "The context",
            "next": "What's next",
            "takeaway": "The takeaway",
        }
    ),
    origin_labels=MappingProxyType({"article": "article", "lexicon": "lexicon", "termbase": "termbase", "engine": "engine"}),
    entity_labels=MappingProxyType(
        {
            "PER": "person",
            "ORG": "organisation",
            "LOC": "place",
            "PRODUCT": "product",
            "EVENT": "event",
            "LAW": "law",
            "WORK": "work",
            "MISC": "other name",
        }
    ),
    phrases=MappingProxyType(
        {
            "key_points": "Key points",
            "summary": "Summary",
            "glossary": "Glossary of key terms",
            "notes": "Notes",
            "untitled": "Untitled article",
            "undefined": "no definition",
            "collection": "Glossary of the collection",
            "to_define": "Terms to define",
            "uses": "uses: {frequency} · articles: {articles}",
            "also": "Also",
            "example": "Example",
            "in_article": "In the text",
            "definition_from": "Definition: {origin}",
            "encoding": "The file is not in UTF-8; it was read as {detail}.",
            "engine_failed": "The {engine} engine did not write this digest: the lines are the article's own. ({detail})",
            "engine_unsupported": "The article supports no sentence of the synthesis that the {engine} engine wrote: the lines are the article's own.",
            "engine_lines": "{count} line(s) of the engine that the article does not support, {replaced} of them replaced by a sentence of it: {detail}.",
            "mixed": "{blocks} paragraph(s) in another language than English ({words} words) were not digested.",
            "chunked": "The article is longer than what the model reads at once; it was summarised in {parts} parts.",
            "translation": "Translation: {language}",
            "untranslated": "The translation failed: {detail}.",
            "line_untranslated": "“{line}” stays in the original language: the translation did not give {detail}.",
            "nothing_whole": "a whole sentence",
            "term_not_kept": "“{line}” does not say “{name}” for “{term}”.",
            "reading": "{language} · {words} words, read in {minutes} min · summarised in {summary} words",
        }
    ),
    page_words=MappingProxyType(
        {
            "article": "The article",
            "skip": "Skip to the article",
            "choose": "Choose a line: the article shows the sentences it comes from.",
            "back": "Back to the digest",
            "legend": "Key",
            "evidence": "sentence used",
            "cut": "words left out",
            "term": "glossary term",
            "mentions": "in the article:",
            "mention": "mention {number}",
            "source_sentence": "see the sentence",
            "generated": "model",
            "generated_hint": "written by a model, supported by sentences of the article",
            "generated_lines": "Lines marked “model” were written by a model; sentences of the article support them.",
            "other_language": "in French",
            "source": "Source",
            "by": "by {author}",
            "date": "{day} {month} {year}",
            "first_day": "1",
            "thousands": ",",
            "digests": "The articles",
            "index_title": "The articles in brief",
            "article_one": "{count} article",
            "article_many": "{count} articles",
            "defined_one": "{count} concept defined",
            "defined_many": "{count} concepts defined",
            "undefined_one": "{count} concept to define",
            "undefined_many": "{count} concepts to define",
            "in_language": "{count} in {language}",
            "span": "{first} to {last}",
            "search": "Search",
            "search_hint": "a title, a point, a term, a name",
            "all_languages": "all languages",
            "language_fr": "French",
            "language_en": "English",
            "language": "Language",
            "found_one": "{count} article found",
            "found_many": "{count} articles found",
            "elsewhere": "On the other pages",
            "undated": "Undated",
            "more_points": "The other points",
            "terms": "Terms",
            "names": "Names",
            "data": "data",
            "failed_one": "{count} file could not be digested",
            "failed_many": "{count} files could not be digested",
            "duplicate_one": "{count} group of near-identical articles",
            "duplicate_many": "{count} groups of near-identical articles",
            "chart_names": "The names found most",
            "chart_terms": "The terms found most",
            "chart_desc": "Number of articles in which each occurs.",
            "chart_desc_time": "Number of articles in which each occurs, by {period}, {range}.",
            "day": "day",
            "month": "month",
            "year": "year",
            "chart_data": "The figures of the chart",
            "total": "total",
            "name": "name",
            "corpus_glossary": "Glossary of the collection",
            "glossary_rest": "The whole glossary",
            "glossary_shown": "The {shown} terms found most, of {count}.",
            "page": "Page {page} of {pages}",
            "previous": "Previous page",
            "next": "Next page",
            "search_first": "Search all articles",
            "contents": "On this page",
            "empty": "No articles.",
        }
    ),
    form_words=MappingProxyType(
        {
            "title": "Digest an article",
            "lead": "Paste an article in English or French: out come its key points, a synthesis and a glossary, "
            "and each line leads to the sentences that it comes from.",
            "text": "Text of the article",
            "or_else": "Or else",
            "file": "A file",
            "file_hint": "text, Markdown, web page, PDF, Word, mail, a feed or archive with one article",
            "address": "An address",
            "address_hint": "https://gazette.example/a-story",
            "settings": "Settings",
            "summary_words": "Synthesis, in words",
            "key_points": "Key points",
            "language": "Article language",
            "detect": "detect",
            "send": "Digest",
            "busy": "Reading…",
            "interface": "Language of the page",
            "bar": "This digest",
            "another": "Another article",
            "take": "Save",
            "nothing": "There is no article: paste a text, choose a file or give an address.",
            "several": "One article at a time: a text, a file or an address.",
            "bad_option": "One of the settings cannot be used.",
            "too_large": "The article is too long to be read.",
            "unknown_kind": "Files of this kind cannot be read here.",
            "empty": "There is no text to digest.",
            "unreadable": "The article could not be read.",
            "undecided": "The language of the article cannot be told: choose it in the settings.",
            "other_language": "The article is in neither English nor French.",
            "engine": "The model did not answer.",
            "bad_request": "The request is not understood.",
            "missing": "There is no such page.",
            "failed": "The article could not be digested.",
        }
    ),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    domain_labels=MappingProxyType(
        {
            "artificial intelligence": "artificial intelligence",
            "arts and culture": "arts and culture",
            "business": "business",
            "companies": "companies",
            "defence": "defence",
            "education": "education",
            "environment": "environment",
            "events and media": "events and media",
            "finance": "finance",
            "health": "health",
            "institutions europe": "European institutions",
            "institutions world": "international institutions",
            "law": "law",
            "media": "press and media",
            "politics": "politics",
            "products": "products",
            "religion": "religion",
            "science": "science",
            "software": "computing",
            "sport": "sport",
            "transport and energy": "transport and energy",
        }
    ),
    colon=": ",
    stop_words=frozenset(
        """a about above according across after again against ago all almost along already also although always am
        amid among an and another any anyone anything are around as at away back be became because become been before
        behind being below between both but by came can cannot could did do does doing done down due during each
        either else enough even ever every everyone everything far few first for former from further get gets getting
        give given go goes going gone got had has have having he hence her here hers herself him himself his how
        however i if in including indeed instead into is it its itself just keep kept know known last later least less
        let like likely long made make makes making many may maybe me meanwhile might more most much must my near
        nearly need never new next no nobody none nor not nothing now of off often on once one only onto or other
        others otherwise our ours out over own per perhaps put quite rather really s said same saw say saying says
        second see seem seemed seems seen several shall she should since so some someone something sometimes soon
        still such t take taken takes than that the their theirs them themselves then there therefore these they thing
        things third this those though through thus to together told too took toward towards two under until up upon
        us use used using very via want was way we well went were what whatever when where whereas whether which while
        who whole whom whose why will with within without would year years yes yet you your yours""".split()
    ),
    frequent_words=frozenset(
        """the of and to in is was were are be been that this these those with for by from at as it its he she they
        his her their you we i not have has had will would can could which who what when where how there but or if
        than then said says about after into more most over also how's it's don't doesn't""".split()
    ),
    clitics=(),
    enclitics=(r"['’](?:s|re|ve|ll|d|m)", r"n['’]t"),
    whole_words=frozenset("o'clock ma'am ne'er-do-well rock'n'roll".split()),
    abbreviations=frozenset(
        """mr mrs ms dr prof gen lt sgt capt cmdr adm maj hon rev fr st sr jr sen rep gov pres vs e.g i.e cf bros messrs""".split()
    ),
    number_abbreviations=frozenset(
        """no nos vol ed eds al ch fig p pp ca approx est jan feb mar apr jun jul aug sep sept oct nov dec art sec v col etc inc corp co
        ltd llc plc dept ave blvd rd u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a u.s.a""".split()
    ),
    clipped_words=(r"[ap]\.m\.",),
    calendar=frozenset(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december morning evening afternoon night noon midnight yesterday tomorrow today mon
        tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec""".split()
    ),
    navigation=(
        r"(?:(?:home|menu|world|uk|us|politics|business|markets|companies|sports?|culture|opinion|news|health|science|video|podcasts?|search|sign in|log in|subscribe|newsletters?|tech|lifestyle|travel|share|x|facebook|linkedin|email|link|print|whatsapp)\W*){4,}",
        r"(?:suggested|related|more) (?:topics|stories|companies)(?: ?:.*)?",
        r"\[\d/\d\] .*|.{0,200}(?:file photo|handout|/getty images|/ap|/reuters)\W*",
        r"\([$€£]?1 = .{3,30}\)",
        r"(?:date \d{4}-\d\d-\d\d\s+)?skip to (?:main )?content",
        r"(?:home|menu|search|log ?in|sign in|my account|print|share|comments?|advertisement(?: ?[·:|–—-] ?(?:scroll|(?:article |story )?continues?|skip)\b.{0,60})?|close)",
        r"home(?: ?[>›»/|] ?[^>›»/|]+)+",
        r"share (?:this|on|via)\b.*",
        r"(?:read|see|watch|listen)(?: (?:more|also|next|now|here|on))+\b.{0,120}",
        r"(?:also (?:read|see)|related|recommended)(?: (?:read|reading|stories|articles|on|content))?(?: ?:.{0,120})?",
        r"(?:previous|next) (?:article|story|post)\b.*|(?:more|most) (?:on this story|read|popular)\b.*",
        r"(?:photo|image|picture|file photo)(?: (?:credit|by|courtesy)(?: of)? ?:?| ?:) .{0,120}|©.*",
        r"(?:estimated )?reading time\b.*|\d+[- ]min(?:ute)?s? read",
        r"\d+ (?:comments?|shares?|views?)|scroll (?:down|for).{0,60}",
        r"(?:hello|hi|dear|good (?:morning|evening))(?: [\w ]{2,40})? ?[,!]",
    ),
    promotion=(
        r"(?:welcome (?:back )?to .{0,60}(?:newsletter|issue|edition|digest)\b.{0,140}|happy (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.{0,40}|thanks? (?:you )?for reading\b.{0,60}|that['’]s (?:all|it) for (?:this|today)\b.{0,100}|see you (?:next|on|tomorrow)\b.{0,40})",
        r"you(?: are|['’]re) receiving this (?:e-?mail|message|newsletter)\b.{0,160}",
        r"this (?:interview|conversation|transcript) (?:has been|was) (?:lightly )?(?:edited|condensed)\b.{0,120}",
        r"(?:we|this (?:web)?site) uses? cookies\b.{0,160}",
        r"this (?:article|story|content) is (?:for|only for|reserved for|available (?:only )?to) (?:our )?(?:subscribers|members)\b.{0,120}|already a (?:subscriber|member)\W.{0,60}",
        r"(?:.{0,140}[.!?:;,] |\W*)(?:please )?(?:subscribe|sign up|unsubscribe)\b.{0,160}",
        r"(?:.{0,140}[.!?:;,] |\W*)(?:please )?(?:contact|follow|join|find|email) (?:us|me|our team)\b.{0,120}",
        r"(?:get|be) in touch\b.{0,120}",
        r"(?:.{0,80}[.!?:;,] |\W*)(?:get|receive|join|read|subscribe to) .{0,60}\bnewsletter\b.{0,120}",
        r"\W*(?:our|my|the) (?:weekly |monthly |free )?newsletter\b.{0,40}",
        r"\W*take (?:action|the next step)\b.{0,60}",
        r"(?:.{0,80}[.!?:;,] |\W*)(?:book|schedule|request|get) (?:a|your|our) (?:free )?(?:\S+ ){0,2}(?:call|demo|consultation|quote|audit|trial|planner|guide|checklist)\b.{0,120}",
        r"(?:.{0,80}[.!?:;,] |\W*)(?:click here|download (?:our|the|your) (?:free )?(?:guide|checklist|e-?book|white ?paper))\b.{0,120}",
        r"(?:learn|find out|discover) more\b.{0,80}",
        r"link to (?:an?|the|our|my) (?:article|post|blog|page|guide|site)\b.{0,140}",
        r"(?:ready|want|looking) to .{0,120}\?",
        r"(?:what do you think|tell us|let us know|have your say)\b.{0,120}",
        r"(?:please )?share (?:this|it|your)\b.{0,100}",
        r"get the latest\b.{0,120}",
        r"(?:all rights reserved|privacy policy|terms and conditions apply|cookie (?:policy|settings))(?:[ \W]+.{0,60})?",
    ),
    credits=(
        r"information (?:supplied|provided) by .{0,80}",
        r"(?:published|updated|posted|last (?:updated|modified)|created|written)\b.{0,50}(?:\d{1,2}[:.]\d\d|\d{1,2}[/-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d+ (?:min|hour|day)s?).{0,60}",
        r"(?:by|words(?: by)?:?|text:?) (?-i:[A-Z])[\w’'.-]+(?: (?:and|for|in|of|the|(?-i:[A-Z&])[\w’'.-]*),?){1,10}\.?",
        r"\(+(?:updates?|adds?|recasts?|rewrites?|corrects?|repeats?|writes? through)\b[^()]*(?:\([^()]*\)[^()]*)*\)+(?: by .{0,120})?",
        r"\(*(?:additional )?(?:reporting|editing|writing|edited|written|compiled|graphics?)(?: and (?:writing|editing))? by (?-i:[A-Z]).*",
        r"\(+(?:machine |automatic )?translat\w+ .*",
        r"(?:published|posted|written) by (?-i:[A-Z]).{0,80}",
        r"our standards ?:.*",
        r"(?:afp|reuters|ap|pa|upi|associated press)(?:[ ,/-]+(?:afp|reuters|ap|pa|\d.*))*",
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,30})?(?: ?[|·•-].{0,80})?",
        r"(?-i:[A-Z])[\w’' -]{1,30}(?:, ?(?-i:[A-Z])[\w ]{1,20})?(?:,| ?[-–—]) (?:\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.? \d{1,2}(?:st|nd|rd|th)?,?) \d{4}\W*",
        r"source: .{0,80}",
    ),
    byline_openers=r"(?:by|source)(?:: ?| )",
    discarded_sections=(
        r"\W{0,4}(?:take action|take the next step|ready (?:to|when))\b.{0,50}",
        r"\W{0,4}(?:(?:media |press |investor )*(?:contacts?|relations|enquiries|inquiries)(?: us)?|notes to editors|about (?:the author|us)|newsletter|share|comments|legal notice|our newsletter)\W*",
        r"\W{0,4}(?:stay informed|stay in touch|subscribe|sign up|need (?:help|a hand))\b.{0,50}",
        r"\W{0,4}(?:(?:notes?|references?|sources?|bibliography|footnotes)(?:,? (?:and|&) (?:notes?|references?|sources?|bibliography))?|external links|works cited|tags|credits)\W*",
    ),
    link_sections=(
        r"\W{0,4}(?:further reading|related (?:reading|articles|posts|links|stories)|more resources|useful links|resources|you may also like|see also|read (?:more|next|also))\W*.{0,30}",
    ),
    about_sections=(r"\W{0,4}about (?:the )?(?-i:[A-Z0-9]).{1,50}",),
    genre_lines=(
        r"\W*(?:(?:press|news|media) release|for (?:immediate release|release)\b.{0,30}|under embargo.{0,40}|press statement|op-?ed|(?:guest |the big )?(?:opinion|comment|commentary|column|interview|profile|editorial|analysis|essay|viewpoint|letter from the editor))\W*(?:[|·:–—-]? ?(?:[\w’'-]+, )?(?:\d{1,2} \w+|\w+ \d{1,2}),? \d{4})?\W*",
    ),
    mail_fields=("from", "subject", "sent", "date", "to", "cc", "bcc", "reply-to", "importance", "attachments"),
    reply_lines=r"on (?:(?:mon|tue|wed|thu|fri|sat|sun),? \w|.{4,60}\d:\d\d|.{4,120}@).{0,160}\bwrote ?:|[-_ ]*(?:original|forwarded) message[-_ ]*|begin forwarded message:",
    summary_sections=(
        r"\W{0,4}(?:(?:in |the )?summary|in short|in brief|tl;dr|(?:the )?key (?:points|takeaways|facts)|takeaways|at a glance|what to remember|the bottom line)(?: (?:of|from|the|this|article|post|story|in|for|quick|reading|\d+|three|five|points?|words|minutes?))*\W*",
    ),
    glossary_sections=(
        r"\W{0,4}(?:the |a |key |our |some )*(?:short )?(?:glossary|lexicon|definitions|key terms|jargon buster|terms explained)(?: (?:of|the|key|terms|used|here|in|this|article))*\W*",
    ),
    question_marks=(r"(?:q ?\d+ ?[:.)-]|q ?:|question ?\d* ?:|\d+[.)]) ?",),
    inline_noise=(
        r"(?<=[\w.,;:!?»\"”’)%\]])\[(?:[1-9]\d{0,2}|(?:note|ref\.|n) ?\d+)(?: ?[,–-] ?\d{1,3})*\](?!\()",
        r" \[(?:[1-9]\d{0,2}|(?:note|ref\.|n) ?\d+)(?: ?[,–-] ?\d{1,3})*\](?=[.,;:)]|$)",
        r" ?\[(?:citation needed|according to whom\?|better source needed|edit)\]",
        r",? ?opens new tab(?!\w)",
        r"\s*\((?:read (?:more|also)|see (?:also|box|below))[^()]*\)",
        r"(?:VIDEO |WATCH |Video: )?Scroll down (?:for videos?|to (?:see|watch|view|read)\b[^.\n]{0,90}) ?\.?",
        r"(?<=[.!?\"”’] )(?:[A-Z][\w’'.-]+,? (?:and |in |of |at )?){2,12}contributed to this (?:report|story|article)\.?",
        r"(?<=[.!?\"”’] )(?:[Ff]eel free to|[Pp]lease|[Yy]ou can|[Tt]ell us|[Ll]et us know|[Ss]hare your|[Jj]oin the|[Ll]eave a)\b[^.!?]{0,90}\b(?:comments (?:section|below|box)|comment below)\b[^.!?]{0,20}[.!?](?: |$)",
        r" [|·•] (?:\d+[- ]min(?:ute)?s? read|reading time.{0,20})$",
    ),
    anaphoric_openers=(
        r"(?:he|she|it|they|this(?! (?:week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|century|decade)\b)|that|these(?! days\b)|those|such|the former|the latter|neither|both(?! (?:the |(?-i:[A-Z]))(?:[^\s,]+ ){1,4}?and ))\b(?! (?:is|was) (?:why|how|when) )",
        r"(?:his|her|its|their|them|him)\b",
        r"(?:but|and|or|so|yet|nor|thus|hence|however|therefore|moreover|furthermore|meanwhile|instead|nevertheless|nonetheless|still|also|besides|then|otherwise|consequently|accordingly|likewise|similarly|for (?:example|instance)|in (?:addition|contrast|turn|fact|other words|that case|response|return)|on the (?:other hand|contrary)|as a result|by contrast|even so|at the same time|to (?:do so|that end)|another|other|others|the (?:same|other|move|latest|pair|two)|one of (?:them|these|those)|after that|since then|because of (?:this|that)|ironically|in practice|among them|here (?:is|are)|here['’]s)\b",
        r"(?:imagine|picture|consider|suppose|take)\b",
        r"of (?:these|those|them)\b",
        r"(?:in|with|under|after|before|for|from|at|on|during|despite) (?:this|these|those) (?!(?:week|month|year|morning|afternoon|evening|summer|season|time|century)\b)",
        r"(?:[\w’'-]+ ){1,2}of (?:them|(?:these|those)(?= (?:is|was|are|were|has|have|had|will|would|could|can|may|might)\b))\b",
        r"(?:yes|no|not)(?=[,.!:;])|(?:plenty|same|neither)\b",
        r"the (?:first|second|third|fourth|last) (?:is|was|are|were|has|had|will|would)\b",
        r"(?:two|three|four|five|six|seven|eight|nine|ten|most|several|all|both|none) (?:is|was|are|were|has|have|had|will|would)\b",
        r"there\b(?! (?:is|are|was|were|has|have|will|would|could|may|might) )",
    ),
    # The tagger takes too many past forms for participles.
    nominal_sentences=r"(?!)(?P<relative>)",
    opening_frames=r"(?:in|at|from|since|by|until|on|across|after|before)(?: the)? (?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z\d])[\w’'-]*)*,? ",
    discourse_openers=(
        r"(?:imagine|picture|consider) (?:the|this) (?:scene|scenario|situation): ",
        r"[^:.!?\"]{0,110}\b(?:the (?:rule|message|reason|answer|point|lesson|trend) is (?:simple|clear|this|plain)|one thing is (?:clear|certain)): ",
        r"(?:the result|result|the upshot|the verdict|the good news|the bad news|bottom line|in one sentence): ",
        r"(?:moreover|furthermore|in addition|additionally|meanwhile|also|separately|indeed|in fact|of course|incidentally|finally|besides|that said|put simply|in short|to be clear|ironically|in practice|notably|importantly|now|luckily|fortunately), ",
        r"(?-i:[A-Z]\w+(?:ed|ing|ful|ous|ive|able|ible)|Tragic|Heroic|Happy|Proud|Clash): (?=(?-i:[A-Z]))",
        r"(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|evening|afternoon|night))?, ",
    ),
    own_subjects=r"(?:if|when|while|although|though|as|because|after|before|since|once|unless|even if|even though) (?:the|an?|some|many|most|more|several|both)",
    connectives=(
        r"(?:but|and|yet)(?:,)? (?!(?:for|to|not|he|she|it|they|this|that|these|those|his|her|its|their|then|so|not|yes|no|also|still|now|here|there|what|who|how|why|did|does|do|is|are|was|were|has|have)\b)",
        r"(?:however|nevertheless|nonetheless|still|instead|therefore|thus|by contrast|in contrast|on the contrary|on the other hand|at the same time|as a result|even so|in turn|likewise|similarly|consequently|for (?:his|her|its|their) part|for example|for instance), ",
    ),
    inserted_clauses=(
        r", (?:who|which|whose|where|whom) [^,;:.«»\"“”]{5,140}," + _VERB_FOLLOWS,
        r", (?:an? |the |one of |based |backed by |owned by |led by |head of |chief |director |president |spokes)[^,;:.«»\"“”]{4,110},"
        + _VERB_FOLLOWS,
    ),
    closing_clauses=(
        r", (?:adding|saying|noting|explaining|stressing|including|which|who|whose|where|with|as well as|joining|making|leaving|an? \w+ (?:that|which|who))\b[^;\"“”]{5,260}?(?=[.!?]$)",
        r", (?:\w+ed|driven|held|known|led|made|seen|born|built) (?:by|in|at|to|an?|as|of|the|on|for|with|from)\b[^;\"“”]{5,260}?(?=[.!?]$)",
        r" ?; [^;:\"“”]{5,260}(?=[.!?]$)",
    ),
    speech_circumstances=(
        r",? in (?:a|an) (?:separate |brief |short |joint |written |emailed )?(?:statement|tweet|email|interview|news release|press release)(?: on (?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?=[,.]| that )",
        r",? (?:at|during) a (?:news|press) conference(?: on (?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?=[,.]| that )",
    ),
    bound_starts=frozenset(
        """if unless according without despite although though even except against but or nor that as unlike like than whether
        provided rather not until till before while whereas when because since only instead so yet just to""".split()
    ),
    place_relatives=frozenset(("where",)),
    relative_starts=frozenset("who which whose where whom".split()),
    adverbial_starts=frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split()),
    further_report_verbs=frozenset(
        "acknowledges answered answers cautioned cautions alleged asserted suggested suggests disclosed revealed".split()
    ),
    complementizers=frozenset(("that",)),
    speech_participles=frozenset(
        """adding saying noting explaining stressing insisting arguing warning claiming telling calling describing citing
        urging pledging promising vowing confirming recalling""".split()
    ),
    gerund_marks=frozenset(),
    participles=r"\w{3,}(?:ing|ed)|born|built|made|held|led|known|driven|seen|given|taken|written|shown|sent|set|left|found|brought|bought|sold|won|lost|caught|hit|drawn|chosen|broken|torn|grown|thrown|understood|beaten|forgotten|hidden|spoken|stolen|sworn|worn",
    bare_participles=r"\w+ing",
    non_finite=r"\w+ing|be|to",
    past_auxiliaries=frozenset("has have had was were".split()),
    past_forms=r"\w{2,}ed|said|told|won|lost|made|took|gave|went|came|held|led|met|found|sent|set|left|brought|bought|sold|struck|broke|began|wrote|spoke|hit|shot|saw|fell|rose|drew|beat|spent|built|put|caught|sought|fought|became|withdrew",
    attribution_starts=r"(?:according to|as (?:reported|quoted) by)",
    speech_settings=(
        r",? on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?(?=,| that |\.?$|:)",
        r",? (?:in|during) an? (?:(?:[\w-]+ )?(?:interview|speech|letter|post|tweet|blog|email|e-mail|message|memo|editorial|ruling|statement|report|video))"
        r"(?: (?:with|to|on|for|published|released|posted|issued)\b[^,.:;\"“']{2,50}?)?(?=,| that |\.?$|:)",
    ),
    opening_circumstances=r"(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|during (?!.*\b(?:years?|months?|weeks?|days?|hours?|decades?|\d+)\b)|(?:at|during) (?:an?|the) (?:[\w-]+ ){0,2}(?:conference|hearing|ceremony|meeting|rally|event|summit|briefing|debate|party|dinner|gala|festival|match|trial|inquest)\b|in an? (?:[\w-]+ ){0,2}(?:statement|interview|letter|speech|post|tweet|e-?mail|video|ruling|blog|message|memo|report)\b|on an? (?:[\w-]+ )?(?:visit|trip|tour)\b|speaking |following |asked |after (?:an? |the |his |her |their |its |\w+ing )|as (?!well as|for |of |part |a result|many |much |long )|when (?:the |an? |he |she |they |it |his |her )|last (?:week|month|night|year)\b|earlier (?:this|today|on)|on the eve of|shortly after|ahead of )",
    closing_circumstances=r"(?:during |following |after (?:an? |the |his |her |their |its |he |she |they |it |\w+ing )|as (?:he|she|they) |amid |ahead of |as part of |in the wake of |on the sidelines of |due to |thanks to |because of |owing to |on behalf of |alongside |along with |with the help of |at the request of |in response to |as a result of )",
    closing_prepositions=frozenset("with in at on during following amid inside near outside".split()),
    echoes=(
        r"(?<=[a-z])(?<!but) also(?= [a-z])",
        r"(?:(?<= is)|(?<= are)|(?<= was)|(?<= were)|(?<= has)|(?<= have)|(?<= had)|(?<= will)) (?:therefore|thus)(?= [a-z])",
        r", (?:meanwhile|in turn|for (?:his|her|its|their) part|in addition|moreover|however),(?= (?!(?:as|and|but|\w+ing)\b)[a-z])",
    ),
    small_words=(
        r"(?<![,\w])(?<!between)(?<!until)(?<!since)(?<!from)(?<!by)(?<!before)(?<!after)(?<!and)(?<!or) on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?(?=[ .,])(?! (?:and|or|to|until)\b)",
        r"(?<=[a-z])(?<!but) also(?= )",
        r",? (?:meanwhile|in turn|for (?:his|her|its|their) part|in addition|moreover|of course|incidentally|for example|for instance)(?=,)",
    ),
    sentence_starts=r"(?:The|A|An|In|On|At|For|After|When|While|It|He|She|They|We|This|These|But|And|However)\b",
    result_marks=frozenset(("so",)),
    absolute_marks=frozenset(("having", "being")),
    infinitive_marks=frozenset(("to",)),
    infinitives=r"\w+",
    aim_marks=frozenset(("to",)),
    occasion_marks=frozenset(("as", "after")),
    first_mentions=frozenset("a an several two three four five six".split()),
    example_marks=r"(?:including |such as |among them )",
    purposes=r"(?:in order to |in a bid to |in an (?:effort|attempt) to |in the hope )",
    ages=r", \d{1,3}(?=,)",
    bare_verbs=r"\b(?:forc\w+|ask\w*|told|urg\w+|order\w*|allow\w*|invit\w+|got|gets?|help\w*|enabl\w+|requir\w+|want\w*|expect\w*|persuad\w+|encourag\w+|warn\w*|led|made|makes?|making|use[ds]?|using|t[ao]kes?|taken|took|chance|plans?|bid|right|power|way|names?|named|came|comes?|happen\w*|occurr?\w*|(?:took|takes?|taking) place|too|enough|rose|ris(?:e|es|en|ing)|fell|falls?|falling|fallen|grew|grows?|growing|grown|increas\w+|dropp?\w*)\b",
    binders=r"\b(?:both|either|neither|not only|whether|rather|as well as|respectively|between|the (?:more|less|fewer))\b",
    reversals=frozenset(
        """lost lose loses failed fail fails refused refuses rejected rejects denied denies withdrew withdraws cancelled canceled fell
        dropped died collapsed abandoned quit resigned later then eventually finally instead freed cleared acquitted overturned
        reversed now since""".split()
    ),
    amounts=r"\b(?:(?:more|less|fewer) than|up to|at least) (?=[$£€]?\d|an? |two|three|four|five|six|seven|eight|nine|ten|half|one)",
    clause_openers=r"(?:while|although|though|even (?:though|if)|when|after|before|because|since|as|if|once)\b",
    hedges=r"\b(?:(?:simply|only|just|merely|mainly|partly) (?:because|as|when|after)|(?:only|just|merely) (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|a (?:few|third|quarter|handful|fraction))\b)|in the (?:opinion|view|words|eyes) of|according to|at least|or rather|or at|trying to|tr(?:y|ies|ied) to|allegedly|reportedly|apparently|supposedly|nevertheless|nonetheless|however|yet|still|all the same|even so|other than|except|with the exception|aside from|apart from|after (?:being|having been))\b|^\W*or\b|^\W*for (?:\w+ )?\w+ing\b",
    listing_words=r"\b(?:charge[sd]?|counts?|convicted|guilty|accused|indicted|suspected|such as|including|verdicts?)\b",
    needy_verbs=r"\b(?:le(?:ft|ave|aves|aving)|put(?:s|ting)?|ma(?:de|ke|kes|king)|ke(?:pt|ep|eps|eping)|f(?:ound|ind|inds|inding)|provid(?:ed|e|es|ing)|charg(?:ed|e|es|ing)|replac(?:ed|e|es|ing)|turn(?:ed|s|ing)?|fac(?:ed|es|ing)|compar\w+)\b",
    completions=frozenset("with to into from by in at on for".split()),
    referring_nouns=r"\b(?:(?:his|her|their|its) (?:\w+ )?(?:deputy|predecessor|successor|counterpart|rival|replacement|team|party|company|office|agency|department|ministry|administration|committee|commission|group|firm|employer|boss|colleague|client)|the (?:network|company|club|firm|group|agency|organi[sz]ation|charity|brand|retailer|bank|paper|newspaper|station|channel|school|university|latter))s?\b",
    totals=r"\b(?:total|count|rates?|rises?|rose|falls?|fell|drop(?:s|ped)?|record|averaged?|number|increase[sd]?|decrease[sd]?|per ?cent)\b|%",
    shares=r"%|\b(?:per ?cent|(?:one|two|three|four|\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:half|a (?:third|quarter)|majority) of)\b",
    time_echoes=r"\b(?:then|that (?:day|night|morning)|the (?:next|following|same|previous) (?:day|night|morning)|the day (?:before|after))\b",
    demonstratives=frozenset("this that those these".split()),
    reasons=r"\b(?:because|so that|so(?! far\b)|(?<!ever )since)\b",
    totalities=r"\b(?:all (?:the|those)|every|any(?:one|body)?)\b",
    list_ends=r"(?:the other |as well as |along with |plus |but also )",
    clefts=r"^\W*(?:typical of|among (?:them|those)|one (?:such|of them)) .{0,40}\b(?:is|was|are|were)\b|\bit (?:is|was|will be) (?!(?:\w+ed|\w+ing)\b)(?!.*,.*, )",
    focus_marks=frozenset(("even",)),
    cause_marks=frozenset("after because when as following since over".split()),
    cause_seekers=r"\b(?:furious|angry|angered|shocked|stunned|devastated|heartbroken|outraged|grieving|distraught|horrified|upset|in tears|apolog\w+|widow(?:er)?s?|the (?:father|mother|parents?|son|daughter|wife|husband|widow|brother|sister))\b(?! of\b)",
    needy_nouns=r"role|(?<!of the )campaign|bid|efforts?|battle|part|fight|attempts?|struggle|chance|right|pressure|responsib(?:le|ility)",
    open_words=frozenset(
        "and or nor but the a an of at from for to into with by between among during upon per than as their its these".split()
    ),
    further_ones=r"\b(?:another|such an?|(?:any|some|the|of) other)\b(?! (?:day|time|side|hand)\b)",
    company_echoes=r"\b(?:(?:by|at) (?:his|her|their) side|(?:along|be)side (?:him|her|them)|with (?:him|her|them))\b",
    sending_verbs=r"\b(?:sent|given|handed|provided|submitted|addressed|leaked)$",
    ranges=r"\bfrom\b[^|]*\|,? ?(?:to|until|through)\b",
    kept_seams=(
        # the second of what a number or a word of two announces, the member of a list of clauses
        r"\b(?:two|three|four|five|six) (?:[\w’'-]+ ){0,5}[\w’'-]+ ?: [^;:|]*\|(?:[^|]*,)? ?,? ?and\b",
        r"\b(?:between|both)\b(?![^|]*\band\b)[^|;]*\|,? ?and\b",
        r"\bthe two (?!years|months|days|weeks|hours)[^|;]*\|, and (?:of|to|for|on|in|that of) ",
        r"\| ?; ?and\b",
        # what it is enough or recommended for, since when something is not so, how long something took
        r"\b(?:enough|too \w+|suffices?)\b[^|.;:]*\|[^|]*\b(?:to|for)\b",
        r"\b(?:recommend|advis)\w+[^|.;:]*\|,? ?(?:in order )?to\b",
        r"(?:\b(?:not|never|no)\b|n['’]t\b)[^|,;:]*\|,? ?since\b",
        r"^\|(?:in|within) (?:just |only |less than |the space of )?(?:an?|one|two|three|four|five|six|ten|\d+) (?:hours?|days?|weeks?|months?|years?)\W*\|",
        # the time over which something is counted
        r"^\|(?:in|over|during|within) the (?:past|last) [^|]*\|[^|]*\b(?:\d+|dozens|hundreds|thousands|millions)\b",
        # an end that says nothing yet: "a very particular type", "but for lack of…", "who founded in Orvin"
        r"\b(?:a|one) (?:very )?(?:particular|special|specific) (?:kind|type|sort|form)(?: of [\w-]+)?\|",
        r"\b(?:but|because) (?:despite|for (?:lack|want) of|because of|due to|thanks to) [^,|]*\|,[^|]*\|\W*$",
        r"\b(?:who|which|has|have|had) (?:co-?)?(?:founded|created|launched|published)(?: (?:in|at) [\w-]+)*\|[^|]*\|\W*$",
        r"\b(?:travell?ed|flew|went) to\b[^|]*\|[^|]*, where (?:he|she|they)\b[^|]*\|\W*$",
        r"\b(?:hit back|spoke out|reacted|responded|defended (?:him|her|them)sel(?:f|ves))\b[^|]*\|, \w+ing\b[^|]*\|\W*$",
        r"\b(?:at|of|in|on|for|to|with|by|from)\| [^|]*\|\s*(?:an?|the)\b",
        # the time of what was before the news, the topic or the source of a statement
        r"^\|[^|]*\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4})\b[^|]*\|[^|,;]*\bhad \w+(?:ed|en)\b",
        r"^\|(?:concerning|regarding|asked about) [^|]*\|[^|]*[\"“]",
        r"^\|as (?:first )?(?:reported|noted|revealed|recalled) by [^|]*\|",
        # what a later word takes up or goes beyond, what sets its noun apart from the others
        r"\|[^|]*\|[^|]*\b(?:these|those|that) (?:very )?same (?!(?:day|night|morning|time|week|year)\b)",
        r"\|[^|]*\balready\b[^|]*\|[^|]*\b(?:even|further|this time)\b",
        r"\|, (?:which|who|whose)\b[^|]*\b(?:competing|rivals?)\b",
    ),
    topic_openers=frozenset("regarding concerning asked".split()),
    topic_participles=frozenset("describing regarding concerning discussing".split()),
    time_limits=r"(?:after|before|by|until|from|following|ahead of|as of|starting)\b",
    futures=r"\b(?:will|shall|won['’]t|(?:is|are|was|were) (?:set|due|expected|scheduled|going) to)\b|['’]ll\b",
    inclusions=r",? ?(?:including|among them|such as)\b",
    additions=frozenset(("and",)),
    speech_starts=frozenset("speaking asked questioned interviewed contacted addressing writing".split()),
    time_nouns=frozenset(
        "year years month months week weeks day days hour hours night morning time times minute minutes second seconds decade decades".split()
    ),
    doubts=(
        r"\b(?:not|no|none|nothing|never|in vain|to no avail|unsuccessfully|without|unless|if|neither|nor|hardly|barely|except|until|as long as|provided|although|though|despite|even)\b|n['’]t\b",
        r"\b(?:may|might|could|would|should|must|can)\b",
        r"\b(?:perhaps|probably|possibly|maybe|likely|allegedly|reportedly|apparently|suspected|alleged|accused|claims?|claimed|believes?d?|seems?|appears?|according to|fear(?:s|ed)?|unconfirmed|provisional|preliminary|still|yet|however|but|den(?:y|ies|ied)|disput\w+|reject\w*|contest\w*)\b",
        r"\b(?:than|whereas|while|twice|times as|as (?:many|much)|compared)\b",
    ),
    contrast=r"\bbut\b",
    captions=r"\((?:pictured|left|right|centre|center|above|below|far left|far right|second left|second right|inset|file|stock)\b(?!-)|,? (?:pictured|centre left|far right),? (?:here|above|below|left|right)\b|, (?:left|right|centre|second left)[,.]? (?=with|and|is|was|celebrates|in|at)|, seen here\b|\bas (?:above|below|pictured)\b|\b[Ss]tock (?:image|photo)|\bsuch as this (?:one|\w+)\b|\b[A-Z][\w'’-]+ \d{1,2}['’](?!\w)|\bfile (?:photo|picture|image)\b|^(?:Pictured|Above|Left|Right)\b|^(?:Before|After|Then|Now|Below|Inside|Scene): |"
    + _SEEN,
    indefinite_articles=frozenset("a an".split()),
    subject_pronouns=r"(?:he|she|it(?! (?:is|was|will be|would be) (?:essential|crucial|important|vital|necessary|possible|impossible|legal|illegal|common|rare|normal|easy|difficult|time|clear|hard|likely|unlikely|estimated|expected|hoped|understood))|they)",
    person_pronouns="He|She",
    contrary_titles=MappingProxyType({"He": r"Mrs\.?|Ms\.?|Miss|Lady|Dame|Queen|Princess", "She": r"Mr\.?|Sir|Lord|King|Prince"}),
    # He and she are persons.
    verbs_of_things=r"(?!)",
    auxiliaries=_AUXILIARIES,
    rubrics=r"(?:videos?|watch|pictures?|photos?|gallery|podcast|infographic|in depth|explainer|analysis|opinion|editorial|comment|interview|profile|review|exclusive|breaking|live|live updates?|update|listen|archive) ?[:.|] ",
    pronoun_speakers=_PRONOUN_SPEAKERS,
    named_after=r"(?:[A-Z][\w’']*[ -])+(?:University|Hospital|Clinic|Institute|Center|Centre|Prize|Award|Awards|Street|Avenue|Bridge|Airport|Stadium|Museum|Foundation|School|College|Theatre|Theater|Act)\b|\b(?:University of|Hurricane|Storm) [A-Z][\w’'-]*",
    leaning_phrases=(
        *_PRONOUN_SPEAKERS,
        r"\b(?:according to|for) (?:him|her|them)\b",
        r"\b(?:this|these|those) (?!(?:is|was|are|were|will|would|could|may|might|has|have|had|can|do|does|did|who|which|that|in|of|the|week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|season|time|century|decade|days)\b)[a-z]+",
        r"^\S+ (?:(?-i:(?!that )[^\s,A-Z]+ ){0,9}?)(?<!as )such (?:(?!as\b|an?\b|things?\b)[a-z-]+s\b|an? (?!bad|big|close|good|great|high|hurry|large|long|short|small|strong|way|wide|young)[a-z-]+)(?! (?:[a-z]+ )?(?:as|that)\b)",
        r"^(?:(?-i:\w[^\s,A-Z]* ){0,5}?)(?:after|against|at|because|by|for|from|in|of|on|to|under|when|with) that (?!(?:an?|end|extent|had|has|he|in|is|it|matter|of|point|reason|she|the|they|was|way|we|were|which|you)\b)[a-z]+\b",
        r"^(?:for|according to|in the eyes of) [^,]{3,50}, (?:such (?:an? )?|(?:this|these|those) (?!(?:is|was|are|were|week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|season|time)\b))[a-z]",
        r"^(?:if (?:not|so)|otherwise|in that case),",
        r"^(?:\S+ ){1,8}?(?:therefore|then|also|too|however|in turn|meanwhile|instead|nevertheless)\b",
    ),
    leaning_times=(
        r"\b(?:the (?:day before|next (?:day|morning|night)|following (?:day|year|month|week|night|morning|season)|night before|previous (?:day|night|week|year)|same (?:day|night|evening))|(?:an?|one|two|three|four|five|six|ten|a few|several|\d+) (?:minutes?|hours?|days?|weeks?|months?|years?) (?:earlier|later|after that))\b(?! (?:the|his|her|its|their|a|of|that|than)\b)",
        r"\b(?:that (?:day|night|morning|evening|afternoon|year|month|week|summer|winter)|by then|at the time)\b(?! (?:of|when|the|that)\b)",
        r"(?<!\w)(?<!over )(?<!out )(?<!up )there(?=[.,;]| (?:on|in|for|by|and|with|from|since|after|before|to)\b)",
        r"\b(?:this|these|those) (?:very )?same (?!(?:day|week|month|year)\b)",
        r"\b(?:in response|in return|in both cases|the (?:former|latter))(?=[,.;]| (?:is|was|were|are|has|had|said|will)\b)",
    ),
    described_persons=frozenset(
        """director actor actress singer rapper musician guitarist artist writer author novelist comedian presenter host journalist reporter player
        striker defender midfielder goalkeeper keeper winger forward footballer captain manager coach boss champion swimmer cyclist runner driver
        suspect victim attacker assailant gunman shooter killer teenager teen youngster toddler boy girl man woman mother father
        defendant inmate fugitive officer candidate lawmaker senator congressman billionaire businessman designer model researcher lawyer
        prosecutor star pensioner grandmother grandfather couple quarterback pitcher playmaker skipper frenchman spaniard argentine brazilian
        italian german dutchman portuguese scot welshman irishman englishman belgian uruguayan chilean""".split()
    ),
    described_groups=frozenset(
        """group company firm club team band charity union organisation organization party network start-up startup retailer manufacturer
        carmaker airline bank agency pair duo trio couple family magazine newspaper side outfit""".split()
    ),
    described_events=frozenset(
        """accident incident attack assault shooting fire explosion crash earthquake collision robbery murder killing killings stabbing match
        ceremony operation tragedy disaster eruption raid fight altercation blast blaze bombing massacre outbreak""".split()
    ),
    described_acts=frozenset(
        """letter move deal decision ruling verdict message statement post tweet email video clip footage image picture photo photograph
        report study survey poll book film memo document motion measure proposal announcement complaint lawsuit suit request appeal
        agreement contract fine payment sum website site programme program scheme gesture charity institution""".split()
    ),
    generic_persons=frozenset(
        "man woman mother father boy girl officer driver coach captain player keeper couple star model boss".split()
    ),
    shared_roles=frozenset("victim suspect attacker assailant gunman shooter defendant inmate officer lawmaker".split()),
    family_marks=r"\b(?:the|brothers|sisters) $",
    narrowing_participles=r"(?!)",
    unique_nouns=frozenset(
        """government president police court parliament senate house congress state country nation world earth moon sun planet internet media press
        public population pope king queen army left right law constitution city town night day evening morning week month year time moment
        end beginning case fact question life death market economy sport cinema television radio school church war peace climate virus pandemic
        coronavirus epidemic mayor minister prime course top head hand part place scene way rest same other first last next only one
        issue matter point level field ground air water sea sky nature history culture society future past present right opportunity
        subject choice number rate road street reason truth situation people white web community area region home office front back middle
        centre center board weather season game ball line past bench pitch""".split()
    ),
    decades=MappingProxyType({"twentysomething": "2", "thirtysomething": "3", "fortysomething": "4", "fiftysomething": "5"}),
    definite_noun=r"(?<![\w’'-])(?P<article>the) (?P<elided>)(?P<noun>\d{1,3}-year-old|[a-z][a-z-]{2,})(?![\w-])",
    indefinite=r"(?<![\w’'])(?:an?|two|three|four|five|several|another) (?:[a-z-]+ ){0,2}?",
    complements=r"[ ,]*(?:[A-Z0-9])| (?:of|in|at|for|from|with|who|whom|that|which|whose|where|to|on|between|against|behind|near|involving|by|about|into|over|and the|or)\b| [\"“‘(]|-|, who",
    predicates=r"(?:\b(?:is|was|are|were|be|been|being|become|became|as|named|called|play\w*|like|remains?) |[A-Z][\w’'-]*(?: \([^)]*\))?,? )$",
    before_vowels=r"(?!)",
    courtesy=r"(?:Mr|Mrs|Ms|Miss|Dr)\.? ",
    title_questions=r"(?:how|why|what|when|where|who|here|inside|your?)\b",
    title_teasers=r"(?<!\w)(?:your questions(?: answered)?|(?:step-by-step |complete |beginner['’]s |quick |practical )guide\b|: (?:a |the )?guide\b|here(?: is|['’]s) what|everything you need|what you need to know|\d+ (?:ways|tips|reasons|things)|(?:issue|no\.|#) ?\d+\W*$)",
    first_person=r"(?:I|I['’]m|we|my|our)",
    report_verbs=frozenset(
        """said says say added adds noted notes explained explains wrote writes reported reports announced announces
        stated states warned warns argued argues claimed claims told tells insisted insists replied replies responded
        responds criticised criticized welcomed condemned called urged urges vowed predicted predicts commented
        comments confirmed confirms denied denies acknowledged concluded concludes recalled recalls""".split()
    ),
    role_cues=MappingProxyType(
        {
            "event": (
                r"\b(?:has|have|had)? ?(?:announced|decided|launched|unveiled|adopted|signed|revoked|sentenced|published|ordered|approved|rejected|banned|appointed|voted|opened|closed|acquired|confirmed|fined|agreed|released|won|killed|arrested)\b",
                r"\b(?:on|since) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\btoday\b",
            ),
            "cause": (
                r"\b(?:because|due to(?! (?:be|have|take|start|open|begin|go|come|deliver|meet|rule|vote))|owing to|thanks to|as a result of|(?<!the )following (?:the|an?|his|her|its|their|months|weeks)|amid|caused by|blamed on|driven by|stems? from|prompted by|in response to|given that|so that|in order to|aimed at)\b",
                r"\b(?:the reasons?|the causes?|why|accus\w+|motive|explain\w*|alleg\w+|violat\w+|justif\w+)\b",
            ),
            "consequence": (
                r"\b(?:consequences?|repercussions?|impact|effects?|results? in|resulted in|lead(?:s|ing)? to|led to|as a result|causing|forcing|meaning that|which means|leaving|triggered)\b",
                r"\b(?:risks?|threat\w*|could|would|affect\w*|los(?:s|ses|t)|accelerat\w*|slow\w*|damag\w*|undermin\w*|hinder\w*|shaken)\b",
            ),
            "figures": (
                r"(?:[$€£]\s?\d|\d[\d.,]*\s?(?:%|per ?cent|percent|euros?|dollars?|pounds?|million|billion|trillion|thousand|tonnes?|tons|people|jobs|deaths|cases|miles|km|hectares|acres|degrees))",
            ),
            "reaction": (
                r"[\"“‘'][^\"”]{15,}[\"”’'],? (?:he|she|they|\w+ (?:said|says)|said|says|[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:said|says|told|added|warned|argued))\b|(?:said|says|told \w+|adding|warned|argued)(?: that)?[:,]? [\"“‘']",
                r"\b(?:said|says|told|argued|warned|criticis|criticiz|welcomed|condemned|denied|denounced|called (?:it|the|for)|responded|insisted|vowed|believe)\w*\b|\baccording to\b",
            ),
            "context": (
                r"\b(?:since|in (?:19|20)\d\d|previously|until now|last (?:year|month|week)|(?:years?|months?|weeks?|days?) ago|earlier|background|historically|originally|at the time|formerly|had been|had (?:\w+ed)|founded|established|was created|for decades)\b",
            ),
            "next": (
                r"\b(?:next (?:week|month|year|step|spring|summer|autumn|fall|winter)|will \w|expected to|due to (?:be|take|start|open)|set to|plans? to|scheduled|upcoming|by (?:the end of|20\d\d|january|february|march|april|june|july|august|september|october|november|december)|deadline|later this|is to|are to|from (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
            ),
            "takeaway": (
                r"\b(?:lessons?|(?:the|a clear) message|takeaway|it is (?:essential|crucial|important|vital|necessary|time)|must|need(?:s)? to|shows? (?:that|how|why)|proves?|reveals?|signals?|turning point|trend|what matters|the future|remains to be|it remains|reminder|ultimately|the question|at stake|the point is)\b",
            ),
        }
    ),
    heading_roles=MappingProxyType(
        {
            "cause": r"^(?:\w+ ?: )?(?:but |and |so )?why\b(?!.*\bmatters?\b)|\b(?:reasons?|causes?|motives?|rationale|explanation)\b|\bthe logic (?:of|behind)\b|\bwhat (?:caused|prompted|triggered|led to|drove|is driving|lies behind|is behind|went wrong)|\bwhat['’]s (?:driving|behind)\b|^behind\b",
            "consequence": r"\b(?:consequences?|repercussions?|fallout|impacts?|effects|implications?|ripple|knock-on|aftermath)\b|\bwhat (?:(?:it|this|that) (?:means|changes)|changes for)\b|\bwhat (?:does|will|would) (?:it|this|that) (?:mean|change)|\b(?:the|what) risks\b",
            "next": r"\bwhat (?:happens|comes|is|will happen) (?:next|now)\b|\bwhat['’]s next\b|\b(?:next steps?|the road ahead|looking ahead|outlook|what to expect|(?:and|so) now\b|now what|timetable|on the horizon)\b|^what next\b",
            "takeaway": r"\btake-?aways?\b|\b(?:lessons?|conclusions?|bottom line|in summary|wrapping up|moral|recommendations?|best practices?|final thoughts?)\b|\bwhat (?:should|can) (?:you|we|they|companies|users)\b|\bwhat (?:to (?:remember|take|do)|(?:it|this) (?:tells|teaches|shows))\b|\bwhy (?:it|this|that) matters\b",
        }
    ),
    stated_roles=MappingProxyType(
        {
            "cause": r"(?:the |one |another |(?:the )?(?:other |main |key ))?(?:reasons?|causes?|motives?|explanations?)(?: (?:given|cited)| (?:behind|for) (?:the |this |its |his |her |their )?\w+)? (?:is|are|was|were|lies)\b|(?:the )?trigger\b|.{0,60}\b(?:was|were|is|are) (?:caused|prompted|triggered|driven) by\b|.{0,60}\bthe (?:main |only |other )?(?:reason|cause) (?:is|was|given|cited)\b",
        }
    ),
    person_titles=frozenset(
        """mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady prof prof. professor president minister secretary senator
        sen. rep. governor gov. mayor judge justice chancellor general gen. colonel col. captain capt. lieutenant lt.
        sergeant sgt. major maj. admiral commander chief director chairman chairwoman chair ceo treasurer spokesman
        spokeswoman spokesperson attorney lawyer detective inspector officer king queen prince princess pope bishop
        archbishop rabbi imam ayatollah actor actress singer author coach analyst economist researcher historian
        founder co-founder congressman congresswoman representative premier ambassador""".split()
    ),
    kinds_behind_names=frozenset(
        """agreement algorithm approach baseline campaign classifier clause clauses conference convention corpus database dataset
        decoder disease experiment framework function group kernel learner machine measure method methods metric metrics model
        models module network parser platform principle problem procedure process programme program project protocol rate
        regime regression rule rules score scheme series set software standard strategy syndrome system systems tagger task
        technique test tests tool toolkit tools track treaty value virus workshop""".split()
    ),
    organisation_tails=frozenset(
        """academy administration agency alliance association authority bank board bureau cabinet center centre church
        club college commission committee company confederation congress corp corp. corps corporation council court
        department federation force foundation fund gmbh group guard guards holdings hospital inc inc. industries
        institute institution journal labs league llc ltd ltd. magazine media ministry motors news office organisation
        organization parliament partners party pictures plc police post records reserve school senate service services
        society solutions studios survey systems technologies telecom times trust tribunal union university airlines
        airways""".split()
    ),
    phrase_links=frozenset(("of", "-")),
    adjective_side="before",
    definite_articles=frozenset(("the",)),
    name_openers=frozenset("this that its".split()),
    name_links=frozenset("of the for de du la le van von der den di da del bin al el ben on &".split()),
    place_aliases=MappingProxyType(
        {
            "U.S.": "United States",
            "US": "United States",
            "USA": "United States",
            "U.S.A.": "United States",
            "United States of America": "United States",
            "UK": "United Kingdom",
            "Great Britain": "Britain",
            "U.K.": "United Kingdom",
            "UAE": "United Arab Emirates",
            "DRC": "Democratic Republic of the Congo",
        }
    ),
    service_cues=frozenset("on via using account page app platform site channel video videos".split()),
    conjunctions=frozenset("and or nor &".split()),
    label_cues=MappingProxyType(
        {
            "ORG": frozenset(
                """company firm group startup start-up publisher maker giant subsidiary laboratory lab operator agency ngo
        charity union bank party club manufacturer retailer consultancy rival insurer carrier network broadcaster
        watchdog regulator""".split()
            ),
            "PRODUCT": frozenset(
                """model models chatbot software app application platform console smartphone browser assistant robot tool game
        car drug vaccine vaccines phone service engine system aircraft missile device""".split()
            ),
            "LAW": frozenset(
                """act law bill regulation directive treaty convention agreement protocol decree amendment charter section""".split()
            ),
            "EVENT": frozenset(
                """festival summit forum hurricane storm cyclone earthquake cup tournament championship operation war""".split()
            ),
            "WORK": frozenset(
                """film movie novel book album series song show documentary report study newspaper daily magazine journal
        essay""".split()
            ),
            "LOC": frozenset(
                """city town village region district street avenue square river mount island lake province county suburb
        airport station harbour harbor country capital valley gulf sea ocean state""".split()
            ),
        }
    ),
    demonyms=r"(?:i?ans?|eans?|ish|ese|raqis?|nis|aelis?|abs?|jews?|jewish|muslims?|christians?|britons?|greeks?|dutch|french|welsh|scots?|kurds?|turks?|swiss|danes?|swedes?|poles?|shias?|sunnis?|english(?:men|man)?|irish(?:men|man)?)",
    place_prepositions=frozenset("in near from at outside across".split()),
    genera=frozenset(
        "tendency party share price ability ratio notion concept scoop container remedy grass tree shrub flower fruit vegetable seed alga fish bird reptile rodent fungus ice planet comet fabric dish cheese cake wine spirit dance novel poem phenomenon symptom organ bone muscle".split()
    ),
    comment_nouns=frozenset(
        """accusation advantage agent aim argument attempt battle blow boost boy case chance child choice city claim crisis change comment cost country couple cut danger day decision deal decline
        drop effort example experience fact fall fear feature figure girl goal hope hour idea increase issue job key lead line look lot majority market man matter
        member message million billion minute moment month move need news night number occasion opportunity option parent part people person place plan player point position priority problem promise
        proof question reason record result rise risk role scenario scene sense series side sign situation son source step story subject success sum surprise symbol task team theme thing thought threat time tragedy trend
        victim victory view vision voice way week win woman word work world year""".split()
    ),
    which_one=r"(?:that|which|who|whose|where|in which|used|designed|made|meant|intended|to|for|of|given|paid)\b",
    noun_ties=r"(?:of the )",
    told_verbs=r"\b(?:was|were|had|did|went|came|said|ha(?:s|ve) (?:\w+ly )?(?:been|become|\w+ed))\b|\b(?:that|which|who) \w+ed\b",
    name_kinds=frozenset(
        """measure file technique technology grant material library sensor chip currency hormone enzyme protein gene molecule method
        format framework toolkit extension plug-in plugin metric indicator mineral alloy compound list register dairy brewery foundry shipyard clinic distillery act affiliate agency aircraft airline algorithm alliance antibiotic antibody app application arm
        association authority award bacterium bank body branch brand brewer brigade broadcaster
        brokerage browser carmaker carrier cartel center centre chain charity chatbot chipmaker clinic club
        coalition collective commission company conglomerate consortium consultancy contractor convention
        cooperative council court cryptocurrency database developer device distributor division drone drug
        drugmaker encyclopedia engine exchange faction federation festival firm force forum foundation fund game
        gang giant group grouping hospital index initiative institute institution insurer journal laboratory
        language law league lender lobby magazine maker manufacturer medication medicine militia ministry
        missile mission model monthly movement network newspaper nonprofit observatory offshoot operator
        organisation organization outfit pact painkiller panel parasite party pesticide platform prize probe
        processor producer program programme project protocol provider publication publisher regulator retailer
        robot rocket satellite scheme sect sedative series service site society software standard start-up
        startup statute strain subsidiary supplier syndicate syndrome system tabloid telescope test tool
        tournament trade treatment treaty tribunal trust union unit university utility vaccine variant vessel
        virus watchdog website weekly wing""".split()
    ),
    vague_kinds=frozenset(
        """affiliate subsidiary maker producer supplier laboratory agency airline app arm association bank body branch brand broadcaster broker carmaker carrier center
        centre chain charity clinic club company council court device division drug firm force foundation game
        giant group hospital institute institution insurer journal language law lender magazine maker model
        monthly movement network newspaper operator organisation organization party platform program programme
        project publication retailer series service site society system tabloid team test union unit university
        website weekly""".split()
    ),
    thin_modifiers=frozenset(
        """new own other same first last second big bigger biggest large larger largest small smaller leading top major main former future
        famous giant huge local rival parent sister whole real best great good popular prestigious powerful nearby private entire then late old third special news named
        called so-called""".split()
    ),
    other_words=frozenset(("other", "another", "same")),
    media_kinds=(
        r"\b(?:daily|weekly|monthly|newspaper|paper|tabloid|broadsheet|magazine|channel|broadcaster|television|TV|radio|(?<!petrol )(?<!police )(?<!power )(?<!railway )(?<!train )(?<!space )(?<!fire )(?<!polling )station|(?:trade|business) publication|(?:news|interview|affairs|breakfast) (?:programme|program|show)|news (?:agency|wire|service|site|website|outlet|organisation|organization)"
        r"|wire service|agency that covers|podcast|talk show|press group|media group)s?\b"
    ),
    noun_phrase_ends=r",|;| (?:(?<!agency )that|which|who|whose|in|for|from|with|by|to|on|at)\b",
    source_openers=(
        r"(?:(?:according to|told|tells|telling|reported (?:by|in|on)|quoted (?:by|in)|published (?:by|in|on)|broadcast (?:by|on)|obtained by|seen by|cited by|carried by|contacted by|interviewed by|revealed by"
        r"|interview (?:with|to|for|on|in)|speaking (?:to|on)|spoke to|talking to|talked to|said (?:to|on)|saying on|wrote (?:in|for|on)|writing (?:in|for|on)|writes (?:in|for|on)|appear(?:ed|ing|ance) on|reporters? (?:for|from|at|with)"
        r"|correspondents? (?:for|from)|journalists? (?:for|from|at|with)|statement to|comments? (?:to|by)|email to|report (?:by|in|on|from)|courtesy of|credit|photos?|pictures?|on|in|to|for|by|via|from|[(/©])"
        r" ?:? ?(?:(?:the|our|[a-z]+ (?:newspaper|magazine|website|channel|paper|broadcaster)|(?:the |a )?(?:\w+ ){0,2}(?:newspaper|magazine|website|channel|paper|broadcaster|agency|programme|show)) )?[\"“'‘]?)$"
    ),
    gloss_openers=r"(?:an?|the) ",
    closing_pronouns=r"\w+sel(?:f|ves)|one another|each other|one by one",
    changes=r"\b(?:that|which|who)\b.*\bno longer\b|\b(?:that|which|who) (?:was|were|had|has) (?:not|never)\b",
    definition_cues=MappingProxyType(
        {
            "called": r"called|known|dubbed|termed|referred|nicknamed",
            "that_is": r"i\.e|that is|in other words|meaning",
            "parenthesis": r"\((?:an? |the )",
            "refers": r"refer|mean|denot|signif|stands? for|short for|impl|defined|described|characterized|understood|used|taken|regarded|considered",
            "is_called": r"called|known as|termed|referred to as|named|dubbed|labeled",
            "which_is": r"(?:which|who|that) (?:is|are|mean|refer|state|describe|literally)",
            "which_does": r"which ",
            "in_which": r"which|whereby|where",
            "is_when": r"(?:is|are|occurs?|happens?) (?:when|where|how|what)",
            "method": r"in which|by which|whereby|that (?:consists|involves)",
            "dash": r"(?:—|--|–|:) ?(?:an? |the |or |when |how |what |that is )",
        }
    ),
    definition_traits=MappingProxyType(
        {
            "relative": r"\b(?:that|which|who|where|whose|when)\b",
            "purpose": r"\b(?:used|designed|meant|made|intended|allows?|lets?|for|by|in order)\b",
            "superlative": r"\b(?:most|best|worst|biggest|largest|first|last|only|second|third|\w{4,}est)\b",
            "verdict": r"\b(?:good|bad|great|bitter|blow|victory|test|waste|problem|risk|record|key|success|failure|shame|sign|matter|priority|disaster|shambles|pride|dream|nightmare|challenge|relief|surprise|mistake|disgrace|joke)\b",
            "kind": r"\b(?:kind|type|form|sort|system|method|technique|process|practice|device|tool|body|agency|law|rule|tax|disease|condition|programme|program|software|organisation|organization|group|term|name|word|substance|plant|animal|contract|measure|procedure|right|fund|charge|fee|wave|area|part|piece)\b",
            "possessive": r"\b(?:his|her|their|its|our|your|my)\b",
            "deictic": r"\b(?:this|these|yesterday|today|tomorrow|here|now|last|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
            "past": r"\b(?:was|were|had|did|\w{3,}ed)\b",
            "figure": r"\d",
        }
    ),
    definition_patterns=MappingProxyType(
        {
            "copula": rf"(?:^|[,;(] ?){_START}{_TERM}{_GAP} +{_ADVERBS}(?:is|are|refers? to|means?|denotes?|(?:is|are) (?:\w+ly )?defined as) +{_ADVERBS}(?P<definition>(?:an? |the |any |one of )[^.;!?]{{12,240}}?)(?=[.;!?]|$)",
            "called": rf"(?<![\w’'])(?P<definition>(?:an? |the )[^.;:!?()]{{8,160}}?)(?<! is)(?<! are)(?<! was)(?<! were),? (?:called|known as|dubbed|termed|commonly (?:called|known as)|referred to as|nicknamed) (?:the )?(?:[\"“‘'] ?)?{_TERM}(?: ?[\"”’'])?{_END}",
            "we_call": rf"(?:[Ww]e|[Pp]eople|[Ee]xperts|[Ee]conomists|[Ss]cientists|[Ll]awyers|[Ee]ngineers) call (?:[\"“‘] ?)?{_TERM_CALLED}(?: ?[\"”’])? (?P<definition>(?:an? |the |any )[^.;!?]{{12,240}}?)(?=[.;!?]|$)",
            "by_we_mean": rf"[Bb]y (?:[\"“‘] ?)?{_TERM}(?: ?[\"”’])?,? (?:we|they|experts) mean {_NOUN_PHRASE}{_END}",
            "that_is": rf"(?:^|[ (\"“])(?:[Tt]he |[Aa]n? )?{_TERM},? (?:\(?i\.e\.,?|that is,?|in other words,?|meaning) (?P<definition>(?:an? |the |without |his |her |their |[a-z]+ing |[a-z]+ (?:that|for|who|in|of) )[^.;:!?(),]{{8,200}}?)(?=[.;:!?(),]|$)",
            "noun_apposition": r"(?<![\w’'-])(?:[Tt]he |[Aa]n? |of |for |on |in |to |with |by |from |after )?(?:[\"“‘] ?)?(?P<term>[a-z][\w’'-]{2,}(?: (?:of )?[a-z][\w’'-]+){0,3})(?:,?[\"”’])?(?: \([^()]{2,60}\))?(?:,|:| [—–-]) (?:or )?(?P<definition>(?:an? |the (?:part|process|practice|art|idea|name|right|study|body|legal|use|system|rule)\b|one that |those |laws |people |paper |money |[a-z]+ed [a-z]+s |[a-z]+s (?:that|who|which|of|made|used|by|given) |[a-z]+ing )(?!(?:few|bit|day|week|month|year|lot|total|record|move|decision|spokes|source|first|second)\w*)[^.;:!?()\"“”,—–]{14,200}?)(?=,| [—–-]|\.|;|$)",
            "apposition": r"(?<!\d )(?<![\w-])(?P<term>(?:[A-Z][\w’'-]*)(?: (?:(?:of|for|the|and) )?[A-Z\d][\w’'-]*){0,4}), (?P<definition>(?:an? |the |one of )(?!(?:other|same|first|second|next)\b)[a-z](?:[^.;:!?()«»\"“”,]|(?<=\d)[.,](?=\d)){8,140}?)(?=,(?!\d)|\.(?!\d)|;|$)",
            "title_apposition": r"(?P<term>[A-Z][\w’'-]+(?: (?:de |van |von |[A-Z]\. )?[A-Z][\w’'-]+){1,3}), (?P<definition>(?:president|director|secretary|minister|spokes(?:man|woman|person)|founder|co-founder|chief|chair(?:man|woman)?|mayor|senator|professor|researcher|analyst|economist|lawyer|head|commander|vice|senior|former|managing|executive|deputy)\b[^.;:!?()«»\"“”,]{0,120}?)(?=,|\.|;|$)",
            "copula_wide": rf"(?:^|[,;(:] ?|that ){_START}{_TERM}{_GAP} +{_ADVERBS}(?:is|are)(?: {_ADVERBS}| +)(?P<definition>(?:an? |the |any |one of |those |both |\w+ing |(?:[\w-]+ ){{0,2}}(?:species|forms?|types?|kinds?|sorts?|branch|group|family|set|process|genus|organisms|cells|structures|molecules|people|individuals|changes|traits|elements) )[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "copula_past": rf"^(?:[Tt]he |[Aa]n? )?{_TERM}{_GAP} +{_ADVERBS}(?:was|were) +{_ADVERBS}(?P<definition>(?:an? |the |one of )[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "refers": rf"(?<![\w’'-]){_START}{_TERM}{_GAP} +{_ADVERBS}(?:(?:may |can |could )?{_ADVERBS}(?:refers? to|means?|denotes?|signif(?:y|ies)|stands? for|is short for|implies)|(?:is|are|can be|may be) (?:\w+ly )?(?:defined|described|characterized|understood|used|taken|regarded|considered)(?: to (?:refer to|describe|mean|denote))?(?: as| by| for)?) (?!that\b)(?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "is_called": rf"(?<![\w’'-])(?P<definition>[^.;:!?()]{{4,160}}?),? (?:(?:is|are|was|were|be|been|what is|we|they|which|[a-z]+s) )?(?:\w+ly |also |often |sometimes )*(?:called|known as|termed|referred to as|named|dubbed|labeled) (?:the |an? )?(?:[\"“‘'] ?)?{_TERM_SHORT}{_STOP}",
            "which_is": rf"(?<![\w’'-]){_TERM} ?,? (?:which|who|that) (?:is|are|means?|refers? to|states?|describes?|literally means) (?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "which_does": rf"{_TERM},? which (?!(?:is|are|was|were|had|has|have|will|would|could|can|may|might|should|did|says|said|means)\b)(?P<definition>[a-z]+s [^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "before": rf"(?P<definition>(?:[Aa]n? |[Tt]he |[A-Z][a-z]+ )[^.;:!?()\"“”]{{14,160}}?), (?:the|an?|a so-called|so-called|known in \w+ as) (?:[\"“] ?)?{_TERM_SHORT}(?: ?,?[\"”])?(?=,|\.|$)",
            "we_say": rf"(?:call|calls|called|speak of|use the (?:word|term)|understand by|[Bb]y) (?:this \w+ \w+ |it |this )?(?:[\"“] ?)?{_TERM_SHORT}(?: ?[\"”])?(?: when|:| for| is meant| the \w+ understand) (?P<definition>[^.;!?]{{8,200}}?)(?=[.;!?]|$)",
            "in_which": rf"(?<![\w’'-]){_TERM} ?,? (?:(?:in|by|through|for|during|at|from|to) which|whereby|where) (?P<definition>[^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "is_when": rf"(?<![\w’'-]){_START}{_TERM}{_GAP} +(?:is|are|occurs?|happens?) (?P<definition>(?:when|where|how|what|whereby) [^.;!?]{{8,240}}?)(?=[.;!?]|$)",
            "dash": rf"(?<![\w’'-]){_TERM} ?(?:—|--|–|:) ?(?P<definition>(?:an? |the |or |when |how |what |that is )[^.;!?—–]{{8,240}}?)(?=[.;!?—–]|--|$)",
            "method": r"(?:^|(?<![\w’'-])(?:[Tt]he |[Aa]n? |of |on |in |to |off |with |by |from |called ))(?:[\"“‘] ?)?(?P<term>[A-Za-z][a-z’'-]{2,}(?: (?:of )?[a-z][a-z’'-]+){0,2})(?:,?[\"”’])?(?: \([^()]{2,60}\))?(?:,| [—–-]) (?P<definition>a (?:\w+ )?(?:technique|practice|method|process|procedure) (?:in which|by which|whereby|that (?:consists of|involves)) [^.;:!?()\"“”—–,]{14,190}?)(?=,| [—–-]|[.;:!?]|$)",
            "parenthesis": rf"(?<![\w’'-])(?:[Tt]he |[Aa]n? )?{_TERM} \((?P<definition>(?:an? |the )[^()]{{12,160}})\)",
        }
    ),
    empty_terms=(
        r"(?:(?:main|biggest|greatest|key|only|chief|major|principal|first|second|other|real|big|common|final|ultimate) )*(?:advantage|drawback|disadvantage|benefit|risk|reason|challenge|aim|goal|objective|problem|question|issue|difference|limit|limitation|result|idea|purpose|role|task|cause|condition|point|strength|weakness|downside|upside|concern|priority|target|strategy|plan|solution|obstacle|hurdle|lesson|consequence|effect|feature|change|exception|alternative|rule)s?",
        r"(?:neither|(?:none|each|either|both|most|many|several|some|few) of)\b.*",
    ),
    empty_definitions=(
        r"(?:an? )?(?:very |quite |rather )?(?:good|bad|true|simple|great|big|huge|long|new|real|lot|major|key|clear|stark|sad|terrible|wonderful|important|perfect|bit|mixed|matter|sign|shame|symbol|hit|success|flop|favourite|favorite|must|blessing)\b.*",
        r"the (?:question|fact|case|reason|thing|time|only|most|first|last|second|third|same|best|worst|main|least|subject|problem|result|sign|next|following|end|key|target|victim|priority|answer|solution|proof|consequence|cause|latest|one|point|way|biggest|largest)\b.*",
        r"(?:in|at|of|to|on|not|still|now|also|already)\b.*",
    ),
    long_form_links=r"(?:for|or|i\.e\.|(?:which )?stands for|(?:is )?short for|means(?! (?:I|you|he|she|it|we|they|that|there)\b)|the)",
    short_form_links=r"(?:or|(?:also |better |commonly |widely )?(?:known|referred to|abbreviated) as|called|abbreviated)(?: the)?",
    articles=(r"(?:the|an?|this|that|these|those|his|her|its|their|our|your|my|some|any|every|each|all)\b ?",),
    derived_endings="ist|ic|ical|ed|er|al|ian|ive|ete|state|phobe|m[ae]n",
    field_endings="logy|ism|ing|ics|ation|cracy|iatry|metry",
    plurals=MappingProxyType(
        {
            "y": "ies",
            "s": "ses",
            "x": "xes",
            "ch": "ches",
            "sh": "shes",
            "is": "es",
            "man": "men",
            "wife": "wives",
            "knife": "knives",
            "life": "lives",
            "lf": "lves",
            "eaf": "eaves",
            "terion": "teria",
            "menon": "mena",
            "mula": "mulae",
            "dex": "dices",
            "trix": "trices",
            "tooth": "teeth",
            "foot": "feet",
            "mouse": "mice",
            "child": "children",
        }
    ),
    spellings=MappingProxyType(
        {
            r"(...)is(e|er|ed|ing|ation|ational)$": r"\1iz\2",
            r"yse(r?)$": r"yze\1",
            r"^(col|hon|lab|fav|rum|tum|arm|vap|harb|neighb|behavi|endeav|hum)our": r"\1or",
            r"(cent|theat|fib|lit|met|calib|sab|spect)re$": r"\1er",
            r"(def|off|lic|pret)ence$": r"\1ense",
            r"programme$": "program",
            r"(catal|dial)ogue$": r"\1og",
            r"ll(ing|ed|er|or)$": r"l\1",
            r"(an|gyn|leuk|isch|orthop|encyclop|^h|^p)ae|(^|di)[ao]e(?=sth|soph|stro|dem|tus|tal)": r"\1\2e",
            r"^sceptic": "skeptic",
            r"^aluminium$": "aluminum",
            r"^grey$": "gray",
            r"^manoeuvre": "maneuver",
        }
    ),
    column_names=MappingProxyType(
        {
            "id": "identifier|number",
            "term": "term|word|entry|headword|concept|name",
            "lang": "language|locale",
            "acronym": "acronym|acronyms|abbreviation|abbreviations|short_form|short",
            "variants": "variant|variants|synonym|synonyms|other_names",
            "deprecated": "deprecated|deprecated_terms|forbidden|forbidden_terms|avoid|do_not_use",
            "status": "status|state",
            "definition": "definition|definitions|meaning|explanation",
            "origin": "origin",
            "source": "source|reference",
            "sentence": "sentence",
            "domain": "domain|field|subject|subject_field",
            "translation": "translation|equivalent",
            "fr": "french",
            "en": "english",
        }
    ),
    term_marks=MappingProxyType(
        {
            "grammar": r"(?:(?:n|noun|adj|adjective|adv|adverb|v|verb|vb|vt|vi|phr|pl|plural|sing|singular|countable|uncountable|abbr)\b\.?[ ,/]*)+",
            "or": r"or|also called|also|aka|syn(?:onym|\.)",
            "deprecated": "(?:forbidden|deprecated|superseded|obsolete|rejected|avoid|do_not_use|not_recommended)(?:_term)?",
        }
    ),
)
