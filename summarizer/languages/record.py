"""The shape that every language's data has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.types import EntityLabel

Words = frozenset[str]
Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that the stages know of one language. Word sets are lower case; patterns are regular expressions."""

    code: str
    """ISO 639-1."""
    name: str
    """The language's name for itself."""

    # What the reader of a digest sees.
    role_labels: Mapping[str, str]
    """Key-point role -> label."""
    origin_labels: Mapping[str, str]
    """Definition origin -> how the glossary names it."""
    entity_labels: Mapping[str, str]
    """Entity label -> what a page calls such names."""
    phrases: Mapping[str, str]
    """Headings and sentences of the output."""
    page_words: Mapping[str, str]
    """The same of the pages: the digest page and the index."""
    form_words: Mapping[str, str]
    """The same of the form that an article is pasted into, with what it says when something goes wrong."""
    months: tuple[str, ...]
    """The months' names, January first."""
    domain_labels: Mapping[str, str]
    """Domain of the lexicon -> how a glossary names it."""
    colon: str
    """The colon with the space that typography wants before it."""

    # Words and their borders.
    stop_words: Words
    """Function words: never a term, never content."""
    frequent_words: Words
    """Function words that hardly occur in the other language: the detector's vocabulary."""
    clitics: Patterns
    """Elided pieces that are tokens of their own at the start of a word; each pattern matches texts of one length."""
    enclitics: Patterns
    """The same at the end of a word."""
    whole_words: Words
    """Words that hold an apostrophe or a hyphen and are one token all the same."""
    abbreviations: Words
    """Words whose full stop never ends a sentence, without the stop: they stand before a name."""
    number_abbreviations: Words
    """Words whose full stop ends a sentence only before a word that starts one ("Le", "The")."""
    clipped_words: Patterns
    """Words that are hardly ever written in full, as they stand in running text."""
    calendar: Words
    """Days, months and words of date."""

    # What is not the article: matched against a whole block.
    navigation: Patterns
    """Lines of the page around the article."""
    promotion: Patterns
    """Calls to action, newsletters, advertising."""
    credits: Patterns
    """Bylines, dates, agencies, translation notices, copyright."""
    byline_openers: str
    """Pattern of the words before a name in a byline."""
    discarded_sections: Patterns
    """Headings whose whole section is not the article."""
    link_sections: Patterns
    """Headings above links to other texts; prose below the links is the article again."""
    about_sections: Patterns
    """Headings above what a press release says of who sent it, at its end."""
    genre_lines: Patterns
    """What kind of text follows, on a line of its own above the title."""
    mail_fields: tuple[str, ...]
    """Names of the lines at the head of a mail, in lower case: that of the sender, that of the subject, then the others."""
    reply_lines: str
    """Pattern of the line above a message that a mail quotes."""
    summary_sections: Patterns
    """Headings of a summary that the article gives of itself."""
    glossary_sections: Patterns
    """Headings of the article's own glossary."""
    question_marks: Patterns
    """How a question of a FAQ starts: Q1, Question."""
    inline_noise: Patterns
    """Pieces inside a paragraph that belong to the page, not the text."""

    # How sentences hang together.
    anaphoric_openers: Patterns
    """Starts of a sentence that lean on an earlier one."""
    nominal_sentences: str
    """Pattern of the start of a sentence that may have no main verb, with a group ``relative`` for what opens a relative clause."""
    opening_frames: str
    """Pattern of a place or time that opens a sentence and ends before its subject; names in it are not whom a pronoun means."""
    discourse_openers: Patterns
    """Openers that can be cut without loss."""
    own_subjects: str
    """Pattern of a start whose clause names what a pronoun after it stands for."""
    connectives: Patterns
    """Openers that only tie a sentence to the one before it, by contrast or addition."""
    inserted_clauses: Patterns
    """Relative clauses and appositions between commas, before a verb that goes on with the sentence."""
    closing_clauses: Patterns
    """Clauses at the end of a sentence that add to what is already said."""
    speech_circumstances: Patterns
    """Where or to whom something was said, in a few words that the claim does not need."""
    bound_starts: Words
    """First words of a piece between commas that the sentence cannot lose: conditions, sources, limits, contrasts."""
    relative_starts: Words
    """First words of a clause that adds to the noun before it."""
    place_relatives: Words
    """Those of them that stand for a place, not for the subject or object of their clause."""
    adverbial_starts: Words
    """First words of a piece that only says when, where or on what occasion."""
    further_report_verbs: Words
    """Further forms of such verbs, where a speaker closes a sentence."""
    complementizers: Words
    """Words that open what somebody says or knows."""
    speech_participles: Words
    """Participles at the start of a closing clause that adds a further statement of the same speaker."""
    gerund_marks: Words
    """Words before a participle that says what goes on at the same time."""
    participles: str
    """Pattern of a whole word that is a participle where the tagger takes it for a verb."""
    bare_participles: str
    """Pattern of a whole word that is surely no finite verb."""
    non_finite: str
    """Pattern of a whole word that is an infinitive or a present participle."""
    past_auxiliaries: Words
    """Auxiliaries of a verb that tells what happened once."""
    past_forms: str
    """Pattern of a whole word that tells so without an auxiliary, or one that nothing matches."""
    attribution_starts: str
    """Pattern of how a closing attribution starts, beside the verbs that report speech; tokens are parted by spaces."""
    speech_settings: Patterns
    """When, where or in what medium somebody said something, after a verb that reports speech."""
    opening_circumstances: str
    """Pattern of how an occasion, a place or a time starts that a sentence about one event can open without."""
    closing_circumstances: str
    """Pattern of how an occasion starts that a sentence about one event can end without."""
    closing_prepositions: Words
    """Prepositions of a place, time or occasion that, behind a comma, adds to a whole sentence."""
    echoes: Patterns
    """Connecting adverbs inside a sentence that take up what stands before it: they go with what they take up."""
    small_words: Patterns
    """Days and connecting adverbs inside a sentence, one of which may bring it to its length."""
    sentence_starts: str
    """Pattern of a word with a capital that starts a sentence, where two are written without a space between them."""
    result_marks: Words
    """Words that join what came of it, with a subject of its own."""
    absolute_marks: Words
    """Participles of a clause with a subject of its own: "having", "étant"."""
    infinitive_marks: Words
    """Words before an infinitive that are said again before a second one."""
    infinitives: str
    """Pattern of a whole word that may be an infinitive."""
    aim_marks: Words
    """Words before the infinitive of an aim, where the tree finds one."""
    occasion_marks: Words
    """Conjunctions of a clause that says on what occasion, where the tree finds a clause behind them."""
    first_mentions: Words
    """Determiners of a thing that is named for the first time."""
    example_marks: str
    """Pattern of the words before examples at the end of a sentence."""
    purposes: str
    """Pattern of the words before what an event was meant for."""
    ages: str
    """Pattern of an age between commas, the first comma included."""
    bare_verbs: str
    """Pattern of verbs that say nothing without their occasion; tokens are parted by spaces."""
    binders: str
    """Pattern of words that bind two statements into one; tokens are parted by spaces."""
    reversals: Words
    """Words of a second statement that may turn the first round."""
    amounts: str
    """Pattern of a comparison that is a plain figure ("more than 300"): no doubt in what is cut."""
    clause_openers: str
    """Pattern of the words with which a sentence opens in a subordinate clause ("alors que", "while")."""
    hedges: str
    """Pattern of what gives a piece's source, bounds it or concedes it, wherever it stands in what is cut."""
    listing_words: str
    """Pattern of the words before charges, verdicts and members of a list."""
    needy_verbs: str
    """Pattern of verbs whose object is not all they need ("left them with nothing"); tokens are parted by spaces."""
    completions: Words
    """First words of what such a verb needs beside its object."""
    referring_nouns: str
    """Pattern of nouns that stand for who or what an apposition named: a deputy, the company."""
    totals: str
    """Pattern of figures that mean nothing without their time."""
    shares: str
    """Pattern of a share of many, of whom the occasion says which."""
    time_echoes: str
    """Pattern of words that point back to a time."""
    demonstratives: Words
    """Determiners that announce what is said next of a noun."""
    reasons: str
    """Pattern of the word that opens a reason."""
    totalities: str
    """Pattern of words for all of a kind, which a relative clause may bound."""
    list_ends: str
    """Pattern of the words, behind a comma, before the last member of a list, other than the plain conjunction."""
    clefts: str
    """Pattern of what announces that a relative clause holds the claim ("c'est lui qui…")."""
    focus_marks: Words
    """Words that hold up a noun as the one of whom it would be least expected."""
    cause_marks: Words
    """First words of a piece that says when or why."""
    cause_seekers: str
    """Pattern of feelings and relatives of somebody, which such a piece explains."""
    needy_nouns: str
    """Pattern of nouns that say nothing at the end of a sentence without what they are for."""
    open_words: Words
    """Words that govern what follows them, so that nothing ends on one: conjunctions, articles, prepositions that are no adverbs."""
    further_ones: str
    """Pattern of words that set one more thing beside others of its kind."""
    company_echoes: str
    """Pattern of words for being with somebody who was named before."""
    sending_verbs: str
    """Pattern of verbs at the end of a text that say nothing without the one that something is sent to."""
    ranges: str
    """Pattern of the first half of a range and, behind a stroke, of how the second starts."""
    kept_seams: Patterns
    """Patterns over the text before a cut, what it takes and the text behind it, with a stroke between: one needs the other."""
    topic_openers: Words
    """First words of a phrase that says what a statement is about ("concernant", "regarding")."""
    topic_participles: Words
    """Participles of a closing clause that says what a quotation is about."""
    time_limits: str
    """Pattern of how a piece starts that says from when or until when."""
    futures: str
    """Pattern of a verb that tells what is to come."""
    inclusions: str
    """Pattern of what goes on from the noun right before it ("y compris")."""
    additions: Words
    """Words that join a second clause that the first does not need."""
    speech_starts: Words
    """First words of a piece at the start that says on what occasion somebody spoke."""
    time_nouns: Words
    """Nouns that say when; what follows them after a comma is no apposition."""
    doubts: Patterns
    """Hedges, conditionals, negations: where one stands nothing around it is cut."""
    contrast: str
    """Pattern of the word that sets one clause against another: a doubt in what is cut, none in an announcement."""
    subject_pronouns: str
    """Pattern of a pronoun that stands for somebody or something named before."""
    captions: str
    """Pattern, with regard to case, of what marks a sentence as the description of a picture."""
    indefinite_articles: Words
    """The articles that bring somebody in who was not named before."""
    person_pronouns: str
    """Pattern of a pronoun that, as a subject, may stand for one person."""
    contrary_titles: Mapping[str, str]
    """Such a pronoun -> pattern of the titles of persons for whom it does not stand."""
    verbs_of_things: str
    """Pattern of what follows such a pronoun where it stands for a thing ("elle mesure")."""
    auxiliaries: Words
    """Finite verbs that are sure signs of a clause, in the third person."""
    rubrics: str
    """Pattern of what a title starts with that names its form or its section and not its subject."""
    pronoun_speakers: tuple[str, ...]
    """Patterns of who says it, where that is a pronoun ("…, he added"); they are among the leaning phrases."""
    named_after: str
    """Pattern of what bears a person's name, with the name ("université Johns Hopkins")."""
    leaning_phrases: Patterns
    """What makes a line need an earlier one wherever it stands: a speaker who is only a pronoun, a day counted from another."""
    leaning_times: Patterns
    """Times and places that are counted from another one, which nothing in the sentence itself names."""
    described_persons: Words
    """Nouns that, with the definite article and nothing behind them, stand for a person told of before."""
    described_groups: Words
    """The same for a company, a club, a pair."""
    described_events: Words
    """The same for what happened."""
    described_acts: Words
    """The same for what somebody did, wrote or decided, and for a body, where it opens its sentence ("le geste", "the letter")."""
    generic_persons: Words
    """Those of the persons who may be anybody ("les droits de l'homme"), and so want an introduction by the same noun."""
    shared_roles: Words
    """Those of the persons of whom an affair has several, so that none of them is certain: a victim, a suspect."""
    family_marks: str
    """Pattern of what, right before a surname, makes it that of several."""
    narrowing_participles: str
    """Pattern of a participle that, right behind a noun, says which one is meant, or one that nothing matches."""
    unique_nouns: Words
    """Nouns that need no introduction: there is one of them, or the reader knows which."""
    decades: Mapping[str, str]
    """Noun for a person of some age -> the first figure of that age."""
    definite_noun: str
    """Pattern of a definite article and the one noun behind it, the groups ``article`` and ``noun``."""
    indefinite: str
    """Pattern of the words that bring in the noun right behind them, an adjective between them or not."""
    complements: str
    """Pattern of what, right behind a noun, says which one is meant."""
    predicates: str
    """Pattern of what makes of the noun behind it something that is said of another: "is", "as"."""
    before_vowels: str
    """Pattern of words that would lose their last letter before a name with a vowel, or one that nothing matches."""
    courtesy: str
    """Pattern of a courtesy title before a surname, with the space between them."""
    title_questions: str
    """Pattern of how a title starts that promises an answer and gives none."""
    title_teasers: str
    """Pattern of what a title has that promises a guide or answers and tells no news."""
    first_person: str
    """Pattern of the pronouns of somebody who writes of himself."""
    report_verbs: Words
    """Verbs that report speech, in the forms that news uses."""
    role_cues: Mapping[str, Patterns]
    """Key-point role -> what a sentence of that role tends to hold."""
    heading_roles: Mapping[str, str]
    """Seldom key-point role -> pattern of headings and questions whose section has that role ("What happens next")."""
    stated_roles: Mapping[str, str]
    """Key-point role -> pattern of how a sentence begins that says of itself what it is ("The reason given is …")."""

    # Names.
    person_titles: Words
    """Words before a person's name."""
    organisation_tails: Words
    """Words that end the name of an organisation."""
    kinds_behind_names: Words
    """Words for what a thing is, between its name and the short form of the name ("Maximum Entropy model (ME)")."""
    name_openers: Words
    """Words that are no article and stand before a name as one does."""
    name_links: Words
    """Lower-case words inside a name."""
    phrase_links: Words
    """Lower-case words inside a noun phrase that is one term."""
    adjective_side: str
    """Where the adjective of a term stands: before or after its noun."""
    definite_articles: Words
    """The words before a noun that is known."""
    place_aliases: Mapping[str, str]
    """Other spellings and short forms of a country -> its usual name."""
    service_cues: Words
    """Words before the name of a platform that is used ("sur Twitter"), not of the company."""
    conjunctions: Words
    """Words between the members of an enumeration."""
    label_cues: Mapping[EntityLabel, Words]
    """Entity label -> nouns that announce it just before the name."""
    demonyms: str
    """How a capitalised word for a people ends; alone it is no name."""
    place_prepositions: Words
    """Words that, before a single name, speak for a place."""

    # Definitions and terms.
    genera: Words
    """Nouns that say what kind of thing something is, beside those of which the lexicon has many definitions."""
    comment_nouns: Words
    """Nouns by which a writer comments on what he said, or counts it, and says no kind of thing: a measure, a rise, an idea."""
    which_one: str
    """Pattern of the start of a clause or complement that tells one thing of a kind from another."""
    noun_ties: str
    """Pattern of what ties a noun to the one before it, so that what follows may be said of either ("le géant du fast-food, …")."""
    told_verbs: str
    """Pattern of verbs that tell of what happened."""
    name_kinds: Words
    """Nouns that say what kind of thing a proper name is the name of: a body, a product, a law."""
    vague_kinds: Words
    """Those of them that say too little without a word of the field: a company, a group."""
    thin_modifiers: Words
    """Adjectives that say nothing of what a thing is: new, own, other, big."""
    other_words: Words
    """Words that set a thing beside one named before."""
    media_kinds: str
    """Pattern of the nouns that say that a thing is a medium: a daily, a channel, a news agency."""
    noun_phrase_ends: str
    """Pattern of what ends the noun phrase at the start of a definition: a comma, a relative, a preposition that is not "of"."""
    source_openers: str
    """Pattern of the words right before a medium that is named as the source of what is said, or as the place where it was said."""
    gloss_openers: str
    """Pattern of the determiners before the noun of an apposition, with the space behind them."""
    closing_pronouns: str
    """Pattern of the pronouns that can end a definition."""
    changes: str
    """Pattern of a clause that tells what a thing no longer is or had not been, which does not say what it is."""
    definition_cues: Mapping[str, str]
    """Construction -> what any sentence with it holds; looked for first, because the patterns are slow."""
    definition_traits: Mapping[str, str]
    """What speaks for or against a definition: name of the trait -> pattern of its words."""
    definition_patterns: Mapping[str, str]
    """Construction -> pattern with the groups ``term`` and ``definition``; case matters."""
    empty_terms: Patterns
    """Subjects that name no thing to explain, whatever is said of them."""
    empty_definitions: Patterns
    """Predicates that say something of a thing but not what it is."""
    long_form_links: str
    """Pattern of the words between a short form and the long form that explains it after a comma."""
    short_form_links: str
    """Pattern of the words between a comma behind a long form and its short form."""
    articles: Patterns
    """Determiners to take off the front of a term."""
    derived_endings: str
    """Pattern of the endings of words for a person, adjectives and verb forms that are made from a noun."""
    field_endings: str
    """Pattern of the endings of nouns for a field, a doctrine or an act, beside which there may be one for a person or a thing."""
    plurals: Mapping[str, str]
    """Ending of a noun or adjective -> its ending in the plural, where that is more than an s or x."""
    spellings: Mapping[str, str]
    """Pattern in a folded word -> the one of several spellings under which names are compared."""

    # Users' tables of terms.
    column_names: Mapping[str, str]
    """Column of a termbase -> pattern of how a header names it, in small letters without accents, ``_`` between the words."""
    term_marks: Mapping[str, str]
    """Patterns of what stands beside a term: ``grammar`` as dictionaries mark it (n. m.), ``or`` before another name in brackets,
    ``deprecated`` for the status (written as a header is) of a term that is not to be used."""
