"""
The words by which a report says that somebody won, leads, polled or stood: cues, in their inflections.

A cue is the plain sense of a word in reports of elections; nothing here belongs to one election,
country or article. English with Indian and British usage, and the Hindi words in which results are told.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CUES: Mapping[str, str] = MappingProxyType(
    {
        "win": """
            won|wins|win|could win|was the winner|is the winner|was a winner|emerged winner|declared winner|
            declared elected|
            save his seat|save her seat|saved his seat|saved her seat|save the seat|saved the seat|
            victorious|emerged the winner|emerged as the winner|declared the winner|won back|reelected|
            was returned|been returned|is returned|were returned|
            flipped|flips|flipping|captured|captures|capturing|snatched|snatches|snatching|wresting|
            cruised to|coasted to|romped to|sailed to|stormed to|swept to|hung on|held on|scraped home|
            squeaked home|clung on|clings on|clinging on|scraped in|scrapes in|scraped back in|breezed home|
            prevailed|prevails|prevailing|
            emerged on top|emerges on top|emerging on top|came through|prevailed over the field|
            scraped through|scrapes through|squeezed through|pulled off a win|pulled off a victory|managed to win|
            winning|bagged|bags|bagging|clinched|clinches|
            retained|retains|retaining|wrested|wrests|romped home|romps home|emerged victorious|came out on top|
            got home|gets home|was home|elected|re-elected|sailed through|swept|sweeps|triumphed|triumphs|
            pocketed|scored a win|registered a win|got through|made it|is through|is home|
            holds the seat|held the seat|gained the seat|दर्ज की|जीत|जीती|जीते|जीता|जीतीं|विजयी|विजेता|
            jeet gaye|jeet gaya|jeet gayi|jeete|jeeta|jeeti""",
        "beat": """
            beat|beats|beating|beaten|defeated|defeats|defeating|trounced|trounces|trouncing|thrashed|
            vanquished|edged out|edges out|edging out|got the better of|gets the better of|
            getting the better of|unseated|unseats|dethroned|dethrones|overcame|overcome|overcomes|humbled|
            edged past|edges past|edging past|nosed past|routed|saw off|sees off|seeing off|held off|holds off|
            holding off|fended off|fends off|fending off|
            toppling|unseating|ousting|ousts|ejected|upstaged|
            pipped|pips|pipping|bested|bests|drubbed|crushed|crushes|crushing|stunned|stuns|stunning|outpolling|
            knocking out|prevailed over|scraped past|scrapes past|scraping past|
            squeaked past|squeaks past|squeaking past|
            squeezed past|squeezes past|squeezing past|inched past|inches past|got past|gets past|
            saw the back of|accounted for the defeat of|sent packing|
            dislodged|dislodges|dislodging|displaced|displaces|displacing|deposed|deposes|supplanted|outclassed|
            outgunned|walloped|worsted|steamrolled|clobbered|trumped|ousted from|
            scored over|scores over|scoring over|got past|proved too strong for|
            had the better of|got one over|put paid to|made short work of|
            overpowered|overpowers|overpowering|outvoted|outdid|
            brought down|toppled|knocked out|ousted|outpolled|हराया|हराकर|
            मात दी|पराजित|haraya|haraaya|harakar|maat di""",
        "lose": """
            lost|loses|lose|losing|loser|losers|went down|goes down|went under|conceded|concedes|conceded defeat|
            concedes defeat|admitted defeat|admits defeat|accepted defeat|bit the dust|bites the dust|bite the dust|
            missed out|misses out|fell by the wayside|falls by the wayside|bowed out|was shown the door|
            was voted out|were voted out|came off second best|crashed out|crashed to defeat|
            tasted defeat|came a cropper|comes a cropper|
            throws in the towel|threw in the towel|was defeated|been defeated|suffered defeat|
            suffered a defeat|was beaten|defeat|owned up to his defeat|owned up to her defeat|failed to win|
            could not win|falls to|fell to|हारे|हार गए|हारीं|हार|
            haar gaye|haar gaya|haar gayi|haare""",
        "lead": """
            leading|leads|led|in the lead|lead|leads of|ahead|in front|forged ahead|moved ahead|nose in front|
            nosed in front|edged past|edges past|edging past|nosed past|edged ahead|running away with|
            pulled ahead|sitting on a lead|was up|is up|
            advantage|has the edge|leading candidate|stretching his lead|stretching her lead|votes up|clear of|
            आगे|बढ़त""",
        "trail": """
            trailing|trails|trailed|trail|behind|falling behind|fallen behind|fell behind|adrift|losing to|
            short of|was down|is down|down by|lagging|lags|lagging behind|in second place so far|
            staring at defeat|staring at a rout|not in front|पीछे""",
        "margin": "margin|margins|margin of|majority of|winning margin|victory margin|a gap of|gap|difference|अंतर",
        "vote": "vote|votes|ballots|मत|वोट|वोटों|मतों",
        "polled": """
            polled|polls|polling|secured|secures|securing|garnered|garners|garnering|got|gets|getting|received|
            receives|bagging|managed|managing|collected|mustered|obtained|drew|draws|picked up|tally|mopped up|
            took|takes|has|had|have|stands at|stood at|is on|was on|are on|were on|finished on|finished with|
            ended with|ends with|ended up with|settled for|brought in|contributed|accounts for|accounted for|
            added|add|gave|gives|give|मिले|मिली|प्राप्त""",
        "place": """
            came|comes|coming|finished|finishes|finishing|finish|place|placed|spot|position|stood|stands|ranked|
            ended|was|is|pushed to|relegated to|slipped to""",
        "turnout": """
            turnout|voter turnout|turn-out|turnouts|polling percentage|voting percentage|poll percentage|
            turned out|turning out|turned up|turning up|cast their votes|cast their vote|cast their ballots|
            cast ballots|exercised their franchise|exercised their right|voting was recorded|
            polling was recorded|voter participation|of the electorate|of electors|of voters|of the voters|
            had voted|have voted|voted|मतदान प्रतिशत|मतदान""",
        "share": """
            vote share|vote-share|voteshare|share of votes|share of the votes|share of the vote|vote percentage|
            percentage of votes|of the votes|of the vote|of votes|popular vote|votes polled|of the popular vote|
            वोट शेयर|वोट प्रतिशत|मत प्रतिशत|of ballots|of ballots cast|of the ballots""",
        "majority": """
            majority mark|majority figure|majority|halfway mark|half-way mark|half way mark|halfway|
            magic figure|magic number|simple majority|magic mark|majority line|the line|बहुमत""",
        "house": """
            house|assembly|legislature|legislative assembly|vidhan sabha|lower house|commons|house of commons|
            parliament|council|विधानसभा|सदन""",
        "election": """
            election|elections|polls|poll|assembly polls|assembly elections|general election|general elections|
            contest for""",
        "phase": "phase|phases|round of polling|leg|चरण",
        "round": "round|rounds|rounds of counting|round of counting|दौर|राउंड",
        "vote_day": """
            voting|polling|polled|voted|had voted|
            have voted|vote|votes|go to the polls|goes to the polls|going to the polls|
            went to the polls|goes to polls|go to polls|going to polls|gone to polls|go to vote|polling day|
            polls|on the ballot|held|to be held|being held|cast|elected|elect|election day|turn of|मतदान""",
        "count_day": """
            counting|counted|tallied|tallying|tabulated|are counted|being counted|are being counted|count|
            vote count|counting of votes|
            results will be declared|results will be out|
            results will be announced|results are due|result day|results day|results will be known|real figures|
            results on|results of|results out|results|result|मतगणना""",
        "contest": """
            contest|contests|contesting|contested|in the fray|fray|fielded|fields|fielding|standing from|
            stands from|stood from|stood in|standing in|candidate|candidates|nominee|nominees|fighting|fight|
            fights|fought|pitted|up against|put up|puts up|in the contest|in contention|contender|contenders|
            challenger|trying his luck|trying her luck|running from|runs from|on the ballot|in the ring|
            takes on|took on|taking on|squaring off""",
        "allot": """
            seat-sharing|seat sharing|seat-sharing pact|seat pact|allotted|allocated|given|go to|goes to|get|
            gets|set aside|kept aside|left for|fall to|falls to|left to|will fight|to fight|formula|divided up|
            share of seats""",
        "friendly": """
            friendly contest|friendly contests|friendly fight|friendly fights|friendly but disciplined contest|
            friendly""",
        "alliance": """
            alliance|allies|ally|allied|partners|partner|partnership|together|tie-up|tie up|coalition|combine|
            combined|bloc|jointly|joined hands|join hands|pact|in league|hand in hand|गठबंधन""",
        "electors": """
            electors|voters|electorate|eligible to vote|registered voters|registered electors|entitled to vote|
            could vote|entitled to choose|were eligible|are eligible|have a say|
            on the rolls|have a vote|eligible voters|eligible electors|can vote|मतदाता|मतदाताओं""",
        "final": """
            final|finally|declared|official result|official results|final tally|final count|final figures|
            ended with|finished with|finished|when the count was over|all results|counting ended|
            counting was over|won""",
        "counting": """
            trends|trend|early trends|so far|at this hour|at that hour|rounds of counting|rounds|early leads|
            leading|leads|trailing|trails|trail|ahead|behind|in front|in the lead|counting is under way|
            counting is underway|being counted|are counted|are being counted|
            counting continues|latest trends|early rounds|at the time of filing|
            when this story went up|at last count|still being counted|रुझान|रुझानों""",
        "forecast": """
            exit poll|exit polls|pollster|pollsters|predict|predicts|predicted|prediction|predictions|forecast|
            forecasts|survey|surveys|opinion poll|opinion polls|
            estimate|estimates|may win|likely to win|would win|expected to win|hopes to win|hoping|
            hope|aims|aim|target|vowed|promise|promised|promises|bookmakers|axis my india|c voter|c-voter""",
        "projection": "could win|projected|projects|projection|projections",
        "nota": "nota|none of the above|नोटा",
        "others": "others|other parties|everyone else|everybody else|smaller parties|the rest|अन्य",
        "independents": "independent|independents|निर्दलीय",
        "not": "not|no|n't|never|neither|nor|without|failed to|नहीं",
    }
)
"""Cue names with their words, separated by `|`. One word may belong to several cues."""


def cue_phrases() -> list[tuple[str, tuple[str, str]]]:
    """List every phrase with its meaning, `("cue", name)`."""
    return [
        (phrase.strip(), ("cue", name))
        for name, phrases in CUES.items()
        for phrase in phrases.split("|")
        if phrase.strip()
    ]
