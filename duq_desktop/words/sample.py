"""What the made-up people of ``duq-desktop sample`` say. Every session that holds these is labelled made-up.

Written by us for the sample; nobody said them. They are by question id and by how the answer was meant:
"good", "mixed" or "bad" for whoever says it. No one is named, so that permission can be tried as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

Sentences = tuple[str, ...]

OPENER_NAME = "Alex Sample"
OPENER_JOB = "made-up trustee"
OUTSIDE_NAME = "Made-up advocacy"
OUTSIDE_ABOUT = "somebody outside the service"
LOCAL_NAME = "Made-up neighbour"
HOME_NAME = "Made-up house"
COUNCIL = "Made-up council"

SAID: Mapping[str, Mapping[str, Sentences]] = {
    "person.support.know-staff": {
        "good": ("I know all of them. We have photos on the board.",),
        "mixed": ("I know the day ones. At night it is often someone new.",),
        "bad": ("New faces every week. I do not open my door to them.",),
    },
    "person.support.like-staff": {
        "good": ("She has a good laugh. We sing in the car.", "My key worker is the best."),
        "mixed": ("I like two of them very much.",),
    },
    "person.support.make-your-plan": {
        "good": ("I put my own pictures in my plan.",),
        "bad": ("I have not seen my plan. They said it is in the office.",),
    },
    "person.support.staff-choose-for-you": {
        "mixed": ("They pick my clothes when we are late.",),
        "bad": ("They pick what is on TV. It is my TV.",),
    },
    "person.support.choose-who-you-live-with": {
        "good": ("We met for tea three times first. Then I said yes.",),
        "bad": ("They put me here. I did not know anyone.", "I want to live with my friend."),
    },
    "person.support.choose-your-staff": {
        "good": ("I sat in when they picked the new one. I asked about dogs.",)
    },
    "person.life.see-your-friends": {
        "good": ("I see him on Friday at the club.",),
        "bad": ("My friend moved. No one has time to drive me.", "sad lonely friend"),
    },
    "person.life.choose-your-day": {"mixed": ("I choose in the week. On Sunday we all do the same.",)},
    "person.life.boring-days": {
        "good": ("My days are full. I work at the cafe now.",),
        "mixed": ("Weekends are long.",),
        "bad": ("I watch the same film again and again.", "I sit and wait for the bus to come."),
    },
    "person.life.go-out": {
        "good": ("I go to the shop on my own. I have a phone.",),
        "bad": ("Two staff are needed. There is only one.", "I want to go out in the evening too."),
    },
    "person.life.try-new-things": {"good": ("I tried the drums. It was so loud. I loved it.",)},
    "person.life.make-your-meals": {"good": ("I make a good curry.",), "mixed": ("I chop. They cook.",)},
    "person.life.choose-what-you-buy": {
        "bad": ("They keep my card. I have to ask for my own money.",),
        "good": ("I saved up for my own bike.",),
    },
    "person.happy.happy-at-home": {
        "good": ("It is quiet here. I have my fish.", "happy home my room"),
        "mixed": ("I am happy when my mum comes.",),
        "bad": ("It is too loud. He bangs on my wall at night.",),
    },
    "person.happy.kind-staff": {
        "good": ("When I was ill they made me soup.",),
        "mixed": ("Most of them are.",),
    },
    "person.happy.safe-at-home": {
        "mixed": ("I feel safe in the day. At night the door does not lock.",),
        "bad": ("Someone came in my room when I was asleep. I want it to stop.",),
    },
    "person.happy.anyone-scares-you": {
        "mixed": ("He scares me when he throws things.",),
        "bad": ("One of them grabs my arm when I am slow.", "scared night staff"),
    },
    "person.happy.help-when-upset": {
        "good": ("They sit with me and do not talk. That helps.",),
        "bad": ("They tell me to calm down.",),
    },
    "person.happy.visitors": {
        "good": ("My nan has her own mug here.",),
        "bad": ("They have to ring first.",),
    },
    "person.culture.listen": {
        "good": ("They wait till I am done. I talk slowly.",),
        "mixed": ("They listen if they are not on the phone.",),
    },
    "person.culture.knock": {"bad": ("They knock and come in at the same time.",), "good": ("Always.",)},
    "person.culture.shout": {
        "bad": ("She shouts from the kitchen. I hide.",),
        "mixed": ("When we make a mess.",),
    },
    "person.culture.tell-when-worried": {"good": ("I tell my sister.",), "bad": ("Who would I tell?",)},
    "person.culture.say-sorry": {"good": ("He forgot my pills. He said sorry and told my mum.",)},
    "person.culture.sort-things-out": {"bad": ("My tap has dripped since the summer.",)},
    "person.leaders.manager-visits": {
        "bad": ("I see the car. I do not see the manager.",),
        "good": ("She comes for lunch.",),
    },
    "person.leaders.talk-to-manager": {"good": ("Her door is open.",), "mixed": ("If staff come with me.",)},
    "person.leaders.keep-promises": {
        "bad": ("They said we get a new sofa. That was two years ago.", "He said I can have a cat. No cat."),
    },
    "person.leaders.told-before-change": {"bad": ("One day my key worker was gone.",)},
    "person.leaders.things-get-better": {
        "good": ("I said the bus is too late. Now we go at ten.",),
        "bad": ("I told them three times.",),
    },
    "family.support.know-staff": {"bad": ("We counted eleven new staff in one year.",)},
    "family.support.ask-what-they-want": {"good": ("They wait for his answer, however long it takes.",)},
    "family.support.understand-them": {
        "mixed": ("The permanent team do. Agency staff do not know her signs.",)
    },
    "family.support.ask-what-you-know": {
        "good": ("They asked us how he shows pain, and wrote it down.",),
        "bad": ("Thirty years of knowing her, and nobody asks.",),
    },
    "family.life.things-they-enjoy": {"good": ("He swims twice a week. He comes home glowing.",)},
    "family.life.see-their-friends": {
        "bad": ("His old school friends have dropped away. He asks about them.",)
    },
    "family.life.choose-their-day": {"mixed": ("The day is planned around the rota more than around her.",)},
    "family.life.find-work": {"bad": ("Work has never come up at a review.",)},
    "family.happy.safe-at-home": {
        "good": ("We sleep well because we know that he is safe.",),
        "bad": ("She had bruises in March that nobody could explain.",),
    },
    "family.happy.told-when-wrong": {"bad": ("We heard about the fall from another family.",)},
    "family.happy.visit": {"good": ("We come when we like and are offered tea.",)},
    "family.culture.listen": {"mixed": ("It depends who is on shift.",)},
    "family.culture.complain": {
        "bad": ("I worry that they would take it out on him.",),
        "good": ("I complained once. It was sorted within a week.",),
    },
    "family.leaders.talk-to-manager": {"good": ("She rings back the same day.",)},
    "family.leaders.keep-promises": {"bad": ("The communication course was promised two years running.",)},
    "family.leaders.told-before-change": {"bad": ("A housemate moved in and we were told afterwards.",)},
    "staff.support.ask-what-they-want": {"good": ("We use his objects and wait. It has changed mornings.",)},
    "staff.support.rota-decides": {
        "bad": ("If two of us are off, nobody goes out. That is the truth.",),
        "mixed": ("At weekends it does.",),
    },
    "staff.support.choose-new-staff": {"bad": ("I have never seen anybody we support at an interview.",)},
    "staff.life.go-out": {"bad": ("There is one driver on late shifts.",)},
    "staff.life.say-no-quickly": {"mixed": ("We say no when we are tired, and then we think again.",)},
    "staff.life.see-their-friends": {"mixed": ("Friends outside the service take a lot of arranging.",)},
    "staff.happy.safe-at-home": {"mixed": ("There are arguments between two housemates most weeks.",)},
    "staff.happy.worried-for-someone": {
        "bad": ("The way one colleague speaks to people at bedtime is not right.",),
    },
    "staff.happy.help-when-upset": {"good": ("We learned to sit down first and talk later.",)},
    "staff.culture.rules-suit-staff": {
        "bad": ("The kitchen is locked at eight. That is for us, not for them.",)
    },
    "staff.culture.report-a-colleague": {
        "bad": ("The last person who did was moved to nights.",),
        "good": ("I did it once and was thanked.",),
    },
    "staff.culture.say-sorry": {"good": ("Our team leader says sorry in front of everybody.",)},
    "staff.leaders.manager-visits": {"mixed": ("She comes, but mostly to the office.",)},
    "staff.leaders.keep-promises": {"bad": ("Supervision is always the first thing to go.",)},
    "staff.leaders.board-sees-daily-life": {
        "bad": ("I have worked here for six years and never met one.",),
        "good": ("A trustee spent a whole Saturday with us.",),
    },
}

BEST: Mapping[str, Sentences] = {
    "person": (
        "My key worker.",
        "I have my own front door key.",
        "We go to the sea in June.",
        "Singing on Fridays.",
        "They let me be quiet.",
        "My job. I get paid.",
        "happy food friend",
    ),
    "family": (
        "The core team has stayed for years, and it shows.",
        "They laugh with him.",
        "She has a life of her own now.",
    ),
    "staff": (
        "We know the people well and they know us.",
        "We are allowed to take our time in the mornings.",
        "The team stands together.",
        "Seeing someone cook their first meal.",
    ),
}

CHANGE: Mapping[str, Sentences] = {
    "person": (
        "More going out.",
        "A lock on my door.",
        "I want to pick my own staff.",
        "Less waiting.",
        "A cat.",
        "want more outside",
        "Staff who stay.",
    ),
    "family": (
        "Tell us things before they happen.",
        "Fewer agency staff at weekends.",
        "A real conversation about work.",
    ),
    "staff": (
        "Rotas made around people, not the other way round.",
        "Time to write things down properly.",
        "Managers on the floor once a week.",
        "A second driver.",
    ),
}
