"""Other names by which reports call parties, alliances, places and people."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from typing import Any

from janadesh.names.spelling import spelling_key
from jk_2024 import parties
from jk_2024.places import LADAKH
from jk_2024.places import assembly_seat
from jk_2024.places import lok_sabha_seat

Row = dict[str, Any]

# noun, of, then names by kind; a language other than English stands before a colon, as `hi:भाजपा`
_NAMES: list[tuple[str, str, dict[str, str]]] = [
    ("party", "in-nc", {
        "short": "JKNC; JKN; hi:नेकां",
        "also": "National Conference; J&K National Conference; hi:नेशनल कॉन्फ्रेंस; hi:नेशनल कांफ्रेंस",
        "spelling": "Jammu Kashmir National Conference; Jammu-Kashmir National Conference",
    }),
    ("party", "in-inc", {"short": "Congress; Cong; hi:कांग्रेस", "also": "Congress party", "nickname": "grand old party"}),
    ("party", "in-bjp", {"also": "hi:भारतीय जनता पार्टी; hi:भाजपा; hi:बीजेपी", "nickname": "saffron party", "spelling": "Bhartiya Janata Party"}),
    ("party", "in-pdp", {
        "short": "JKPDP; JPDP; J&K PDP; hi:पीडीपी",
        "also": "Peoples Democratic Party; J&K Peoples Democratic Party; Jammu Kashmir Peoples Democratic Party",
    }),
    ("party", "in-jkpc", {"short": "JKPC; JPC; PC", "also": "People's Conference; J&K People's Conference; Jammu and Kashmir People's Conference", "spelling": "People Conference"}),
    ("party", "in-cpim", {"short": "CPM; CPIM; CPI-M; CPI (M)", "also": "Communist Party of India-Marxist; hi:माकपा"}),
    ("party", "in-cpi", {"also": "hi:भाकपा"}),
    ("party", "in-aap", {"also": "hi:आम आदमी पार्टी", "spelling": "Aam Admi Party"}),
    ("party", "in-jkap", {"short": "JKAP", "also": "J&K Apni Party; hi:अपनी पार्टी"}),
    ("party", "in-dpap", {"short": "DAP", "also": "Democratic Azad Party; Azad's party; Azad's DPAP"}),
    ("party", "in-jknpp-india", {"short": "NPP(I); JKNPP (India)", "also": "Panthers Party; National Panthers Party; J&K National Panthers Party; Panthers Party (India)"}),
    ("party", "in-jknpp-bhim", {"short": "JKNPP (Bhim)", "also": "Panthers Party (Bhim); National Panthers Party (Bhim)"}),
    ("party", "in-jkanc", {"short": "JKANC", "also": "Awami National Conference"}),
    ("party", "in-jkaip", {"also": "Awami Ittehad Party; J&K Awami Ittehad Party", "spelling": "Awami Itehad Party; Awami Ittihad Party"}),
    ("party", "in-ind", {"also": "Independents; independent candidate; independent candidates; hi:निर्दलीय", "short": "Ind"}),
    ("party", "in-sp", {"also": "hi:सपा; hi:समाजवादी पार्टी"}),
    ("party", "in-bsp", {"also": "hi:बसपा"}),
    ("alliance", "in-india", {"also": "INDIA bloc; INDIA alliance; INDI alliance; INDIA block; hi:इंडिया गठबंधन", "spelling": "I.N.D.I.A.; Indian National Development Inclusive Alliance"}),
    ("alliance", "in-nda", {"also": "BJP-led NDA; hi:एनडीए; hi:राजग"}),
    ("alliance", "in-upa", {"also": "UPA-I; UPA-II; hi:यूपीए; hi:संप्रग"}),
    ("territory", "in-jk", {"short": "J&K; J-K; JK", "also": "Jammu-Kashmir; Jammu Kashmir; hi:जम्मू-कश्मीर; hi:जम्मू और कश्मीर; hi:जम्मू कश्मीर"}),
    ("territory", "in-la", {"also": "hi:लद्दाख"}),
    ("territory", "in", {"also": "hi:भारत"}),
    ("region", "Kashmir", {"also": "Kashmir Valley; Valley; the Valley; Kashmir region; Kashmir division; hi:कश्मीर घाटी; hi:घाटी"}),
    ("region", "Jammu", {"also": "Jammu region; Jammu division; Jammu province; hi:जम्मू संभाग; hi:जम्मू क्षेत्र"}),
    ("region", "Ladakh", {"also": "Ladakh region; Ladakh division"}),
    ("house", "in-jk-assembly", {"also": "Jammu and Kashmir Assembly; J&K Assembly; J-K Assembly; Jammu Kashmir Assembly; J&K Legislative Assembly; Legislative Assembly of Jammu and Kashmir; hi:जम्मू-कश्मीर विधानसभा"}),
    ("house", "in-lok-sabha", {"also": "House of the People; Lower House; hi:लोकसभा", "spelling": "Loksabha"}),
    ("house", "in-la-lahdc-leh", {"short": "LAHDC Leh; LAHDC (Leh)", "also": "Leh hill council"}),
    ("house", "in-la-lahdc-kargil", {"short": "LAHDC Kargil; LAHDC (Kargil)", "also": "Kargil hill council"}),
    ("person", "omar-abdullah", {"also": "Omar; hi:उमर अब्दुल्ला", "handle": "@OmarAbdullah", "spelling": "Umar Abdullah"}),
    ("person", "farooq-abdullah", {"also": "Dr Farooq Abdullah; Farooq; Dr Farooq; hi:फारूक अब्दुल्ला"}),
    ("person", "rahul-gandhi", {"also": "Rahul; hi:राहुल गांधी", "handle": "@RahulGandhi"}),
    ("person", "mallikarjun-kharge", {"also": "Kharge; hi:मल्लिकार्जुन खड़गे", "handle": "@kharge"}),
    ("person", "mehbooba-mufti", {"also": "Mehbooba; Mehbooba Sayeed; hi:महबूबा मुफ्ती", "handle": "@MehboobaMufti"}),
    ("person", "iltija-mufti", {"also": "Iltija; hi:इल्तिजा मुफ्ती", "handle": "@IltijaMufti_"}),
    ("person", "mufti-mohammad-sayeed", {"also": "Mufti Sayeed", "spelling": "Mufti Mohammed Sayeed; Mufti Mohd Sayeed"}),
    ("person", "abdul-rashid-sheikh", {"also": "Engineer Rashid; Er Rashid; hi:इंजीनियर रशीद; hi:इंजीनियर राशिद", "spelling": "Sheikh Abdul Rashid; Engineer Rasheed; Er Rasheed; Er Abdul Rashid Sheikh; Sheikh Rashid; Abdul Rashid"}),
    ("person", "khursheed-ahmad-sheikh", {"also": "Sheikh Khursheed; Sheikh Khurshid", "spelling": "Khurshid Ahmad Sheikh; Khursheed Ahmed Sheikh; Khurshid Ahmed Sheikh"}),
    ("person", "mohmad-haneefa", {"also": "Haji Haneefa Jan; Haneefa Jan; Haji Haneefa", "spelling": "Mohammad Haneefa Jan; Mohmad Haneefa Jan; Mohammad Haneefa; Mohammed Haneefa; Haji Mohammad Haneefa; Haji Hanifa Jan; Haji Hanifa; Hanifa Jan; Mohammad Hanifa; Mohammad Hanifa Jan", "handle": "@HajiHanifa"}),
    ("person", "tsering-namgyal", {"spelling": "Tshering Namgyal"}),
    ("person", "tashi-gyalson", {"also": "Gyalson", "spelling": "Tashi Gyalsan; Tashi Gyaltson"}),
    ("person", "jamyang-tsering-namgyal", {"also": "Jamyang Namgyal", "spelling": "Jamyang Tsering"}),
    ("person", "hassan-khan", {"also": "Ghulam Hassan Khan; Haji Hassan Khan", "spelling": "Ghulam Hasan Khan"}),
    ("person", "phuntsog-namgyal", {"also": "P Namgyal", "spelling": "Phuntsok Namgyal"}),
    ("person", "thupstan-chhewang", {"spelling": "Thupstan Chewang; Thupstan Chhewan"}),
    ("person", "asgar-ali-karbalai", {"spelling": "Asgar Ali Karbalaie; Asghar Ali Karbalai; Asgar Karbalai; Haji Asgar Ali Karbalai"}),
    ("person", "sajjad-hussain-kargili", {"also": "Sajjad Kargili", "spelling": "Sajjad Hussain Kargili"}),
    ("person", "mohammad-jaffar-akhoon", {"spelling": "Mohammad Jaffar Aknoon; Mohammad Jaffer Akhoon; Mohd Jaffar Akhoon; Jaffar Akhoon; Jaffer Akhoon; Mohammad Jafar Akhoon"}),
    ("person", "sajad-gani-lone", {"also": "Sajad Lone", "spelling": "Sajjad Lone; Sajjad Gani Lone; Sajad Ghani Lone; Sajjad Ghani Lone"}),
    ("person", "mohamad-yousuf-tarigami", {"also": "Tarigami; M Y Tarigami; MY Tarigami; (MY) Tarigami", "spelling": "Mohammad Yousuf Tarigami; Mohammed Yousuf Tarigami; Mohd Yousuf Tarigami; Yousuf Tarigami"}),
    ("person", "tariq-hameed-karra", {"also": "Tariq Karra; Karra", "spelling": "Tariq Hamid Karra"}),
    ("person", "ghulam-ahmad-mir", {"also": "G A Mir; GA Mir", "spelling": "Ghulam Ahmed Mir"}),
    ("person", "ghulam-nabi-azad", {"also": "GN Azad"}),
    ("person", "ravinder-raina", {"spelling": "Ravindra Raina"}),
    ("person", "surinder-kumar-choudhary", {"also": "Surinder Choudhary", "spelling": "Surinder Chowdhary; Surinder Kumar Choudhury; Surinder Kumar Chowdhary; Surinder Chaudhary"}),
    ("person", "mehraj-malik", {"also": "Mehraj Din Malik", "spelling": "Mehraj Mallik"}),
    ("person", "aga-syed-ruhullah-mehdi", {"also": "Aga Ruhullah; Ruhullah Mehdi; Ruhullah", "spelling": "Agha Ruhullah; Aga Syed Ruhullah; Agha Syed Ruhullah Mehdi; Aga Ruhullah Mehdi; Agha Ruhullah Mehdi"}),
    ("person", "aga-syed-muntazir-mehdi", {"also": "Aga Muntazir; Muntazir Mehdi", "spelling": "Aga Syed Muntazir; Agha Syed Muntazir Mehdi; Aga Muntazir Mehdi; Agha Muntazir"}),
    ("person", "aga-syed-mehmood", {"spelling": "Agha Syed Mehmood; Aga Mehmood; Aga Syed Mahmood"}),
    ("person", "mian-altaf-ahmad", {"also": "Mian Altaf; Mian Altaf Larvi", "spelling": "Mian Altaf Ahmed"}),
    ("person", "mian-mehar-ali", {"spelling": "Mian Mehr Ali"}),
    ("person", "jitendra-singh", {"also": "Dr Jitendra Singh"}),
    ("person", "choudhary-lal-singh", {"also": "Ch Lal Singh", "spelling": "Chaudhary Lal Singh; Chowdhary Lal Singh"}),
    ("person", "raman-bhalla", {"spelling": "Raman Balla"}),
    ("person", "ghulam-mohammad-saroori", {"also": "G M Saroori; GM Saroori", "spelling": "Ghulam Mohd Saroori"}),
    ("person", "waheed-ur-rehman-para", {"also": "Waheed Para; Waheed Parra", "spelling": "Waheed Ur Rehman Parra; Waheed-ur-Rehman Para; Waheed ur Rahman Para; Waheed ur Rahman Parra"}),
    ("person", "mir-mohammad-fayaz", {"also": "Mir Fayaz; Fayaz Ahmad Mir; Fayaz Mir", "spelling": "Mir Mohammad Fayyaz; Mir Fayyaz"}),
    ("person", "mohammad-ashraf-mir", {"also": "Ashraf Mir", "spelling": "Mohammed Ashraf Mir; Mohd Ashraf Mir"}),
    ("person", "altaf-bukhari", {"also": "Altaf Bukhari; Syed Altaf Bukhari", "spelling": "Syed Mohammed Altaf Bukhari; Sayed Altaf Bukhari"}),
    ("person", "zafar-iqbal-manhas", {"also": "Zafar Iqbal Manhas; Zafar Manhas"}),
    ("person", "muzaffar-hussain-baig", {"also": "Muzaffar Baig", "spelling": "Muzaffar Hussain Beigh; Muzaffar Beigh; Muzaffar Beg; Muzaffar Hussain Beg"}),
    ("person", "javid-hassan-baig", {"also": "Javid Baig", "spelling": "Javed Hassan Baig; Javid Hassan Beigh"}),
    ("person", "hakeem-mohammad-yaseen-shah", {"also": "Hakeem Yaseen; Hakeem Mohammad Yaseen", "spelling": "Hakim Yaseen; Hakim Mohammad Yasin; Hakeem Yasin"}),
    ("person", "abdul-rahim-rather", {"also": "Rahim Rather", "spelling": "Abdur Rahim Rather; Abdul Raheem Rather"}),
    ("person", "ghulam-nabi-lone-hanjura", {"also": "Ghulam Nabi Hanjura; Ghulam Nabi Lone Hanjura"}),
    ("person", "ali-mohammad-sagar", {"spelling": "Ali Mohammed Sagar; Ali Muhammad Sagar"}),
    ("person", "salman-sagar", {"also": "Salman Ali Sagar"}),
    ("person", "shamim-firdous", {"spelling": "Shameema Firdous; Shamima Firdous"}),
    ("person", "mubarik-gul", {"spelling": "Mubarak Gul"}),
    ("person", "tanvir-sadiq", {"spelling": "Tanveer Sadiq"}),
    ("person", "nasir-aslam-wani", {"also": "Nasir Aslam; Nasir Sogami", "spelling": "Nasir Aslam Sogami"}),
    ("person", "mushtaq-guroo", {"spelling": "Mushtaq Ahmad Guroo; Mushtaq Gooroo"}),
    ("person", "sakeena-masood", {"also": "Sakina Itoo; Sakeena Itoo", "spelling": "Sakina Masood; Sakina Masood Itoo; Sakeena Masood Itoo; Sakina Ittoo"}),
    ("person", "javed-ahmed-rana", {"also": "Javed Rana", "spelling": "Javid Ahmed Rana; Javaid Rana; Javaid Ahmad Rana; Javed Ahmad Rana; Javid Rana"}),
    ("person", "ajaz-ahmed-jan", {"also": "Ajaz Jan", "spelling": "Aijaz Jan; Aijaz Ahmad Jan; Ajaz Ahmad Jan"}),
    ("person", "ishfaq-jabbar", {"also": "Ishfaq Jabbar; Sheikh Ishfaq Jabbar", "spelling": "Ishfaq Ahmed Sheikh; Sheikh Ishfaq Ahmad"}),
    ("person", "sarjan-ahmad-wagay", {"also": "Sarjan Barkati; Sarjan Ahmad Barkati"}),
    ("person", "bashir-ahmad-shah-veeri", {"also": "Bashir Veeri; Bashir Ahmad Veeri", "spelling": "Bashir Ahmed Veeri; Basheer Veeri; Bashir Ahmed Shah Veeri"}),
    ("person", "abdul-rehman-bhat-veeri", {"also": "Abdul Rehman Veeri; Abdul Rehman Bhat Veeri", "spelling": "Abdul Rahman Veeri"}),
    ("person", "mohammad-sartaj-madni", {"also": "Sartaj Madni", "spelling": "Sartaj Madani; Mohammed Sartaj Madni"}),
    ("person", "mehboob-beg", {"also": "Mirza Mehboob Beg; Dr Mehboob Beg", "spelling": "Mehboob Beigh"}),
    ("person", "peerzada-mohammad-syed", {"also": "Peerzada Sayeed; Peerzada Mohammad Sayeed", "spelling": "Peerzada Mohammed Syed; Peerzada Mohammad Sayed"}),
    ("person", "hasnain-masoodi", {"also": "Justice Hasnain Masoodi; Justice (retd) Hasnain Masoodi"}),
    ("person", "mohammad-akbar-lone", {"also": "Akbar Lone", "spelling": "Mohammed Akbar Lone; Mohd Akbar Lone"}),
    ("person", "nizam-ud-din-bhat", {"spelling": "Nizamuddin Bhat; Nizam-ud-Din Bhat; Nizam Uddin Bhat"}),
    ("person", "usman-abdul-majid", {"also": "Usman Majid"}),
    ("person", "imran-raza-ansari", {"also": "Imran Ansari; Imran Reza Ansari"}),
    ("person", "javid-ahmad-dar", {"also": "Javid Dar", "spelling": "Javed Ahmad Dar; Javaid Ahmad Dar; Javed Dar"}),
    ("person", "taj-mohi-ud-din", {"spelling": "Taj Mohiuddin; Taj Mohi-ud-Din"}),
    ("person", "yasir-reshi", {"spelling": "Yasir Rishi"}),
    ("person", "qaysar-jamshaid-lone", {"spelling": "Qaiser Jamshaid Lone; Qaysar Jamsheed Lone; Qaiser Lone"}),
    ("person", "shabir-ahmad-kullay", {"also": "Shabir Kullay", "spelling": "Shabir Ahmad Kulley"}),
    ("person", "mohammad-khalil-band", {"also": "Khalil Bandh; Khalil Band", "spelling": "Mohammad Khalil Bandh"}),
    ("person", "irfan-sultan-panditpuri", {"spelling": "Irfan Panditpuri; Irfan Sultan Pandithpuri; Irfan Panditpori"}),
    ("person", "sheikh-riaz-ahmed", {"spelling": "Sheikh Riaz Ahmad; Sheikh Reyaz Ahmad; Sheikh Riyaz Ahmed"}),
    ("person", "sajjad-ahmed-kichloo", {"also": "Sajjad Kichloo", "spelling": "Sajad Kichloo; Sajjad Ahmad Kichloo; Sajad Ahmed Kichloo"}),
    ("person", "sunil-kumar-sharma", {"also": "Sunil Sharma"}),
    ("person", "shakti-raj-parihar", {"also": "Shakti Raj; Shakti Parihar"}),
    ("person", "daleep-singh", {"also": "Daleep Singh Parihar", "spelling": "Dalip Singh Parihar"}),
    ("person", "khalid-najib-suharwardy", {"also": "Khalid Suharwardy", "spelling": "Khalid Najib Suhrawardy; Khalid Najeeb Suharwardy; Khalid Suhrawardy; Khalid Najib Suharwardi"}),
    ("person", "abdul-majid-wani", {"also": "Majid Wani", "spelling": "Abdul Majeed Wani"}),
    ("person", "gajay-singh-rana", {"also": "Gajay Rana", "spelling": "Gaje Singh Rana; Gajjay Singh Rana"}),
    ("person", "vikar-rasool-wani", {"also": "Vikar Rasool", "spelling": "Viqar Rasool Wani; Viqar Rasool; Waqar Rasool Wani"}),
    ("person", "aijaz-ahmad-khan", {"also": "Ajaz Khan", "spelling": "Ajaz Ahmad Khan; Ajaz Ahmed Khan"}),
    ("person", "balwant-singh-mankotia", {"also": "Balwant Mankotia"}),
    ("person", "ranbir-singh-pathania", {"also": "R S Pathania; RS Pathania"}),
    ("person", "devinder-kumar-manyal", {"also": "Devinder Manyal; Dr Devinder Manyal; Dr Devinder Kumar Manyal"}),
    ("person", "surjeet-singh-slathia", {"also": "Surjeet Slathia", "spelling": "Surjit Singh Slathia; Surjit Slathia"}),
    ("person", "chander-parkash-ganga", {"also": "Chander Prakash Ganga; Chander Parkash Ganga", "spelling": "Chander Prakash"}),
    ("person", "gharu-ram-bhagat", {"also": "Gharu Ram; Prof Gharu Ram Bhagat", "spelling": "Garu Ram Bhagat; Garu Ram"}),
    ("person", "bhushan-lal", {"spelling": "Bhushan Lal; Bushan Lal; Bhushan Dogra"}),
    ("person", "taranjit-singh-tony", {"also": "T S Tony; TS Tony", "spelling": "Taranjeet Singh Tony"}),
    ("person", "ajay-kumar-sadhotra", {"also": "Ajay Sadhotra"}),
    ("person", "devender-singh-rana", {"also": "Devender Rana", "spelling": "Devinder Rana; Devinder Singh Rana; Davinder Rana; Davinder Singh Rana"}),
    ("person", "sham-lal-sharma", {"spelling": "Shyam Lal Sharma"}),
    ("person", "chowdhary-zulfkar-ali", {"also": "Zulfkar Ali; Choudhary Zulfkar", "spelling": "Choudhary Zulfikar Ali; Chowdhary Zulfikar Ali; Chaudhary Zulfkar Ali; Choudhary Zulfkar Ali"}),
    ("person", "choudhary-mohammed-akram", {"also": "Choudhary Akram", "spelling": "Choudhary Mohammad Akram; Chaudhary Mohammad Akram; Chowdhary Mohammad Akram"}),
    ("person", "mushtaq-ahmed-shah-bukhari", {"also": "Mushtaq Bukhari; Syed Mushtaq Bukhari", "spelling": "Mushtaq Ahmad Shah Bukhari; Syed Mushtaq Ahmed Bukhari"}),
    ("person", "nirmal-singh", {"also": "Nirmal Singh; Dr Nirmal Singh"}),
    ("person", "bhim-singh", {"also": "Prof Bhim Singh; Professor Bhim Singh"}),
    ("person", "manoj-sinha", {"also": "LG Sinha; LG Manoj Sinha"}),
    ("person", "bd-mishra", {"also": "BD Mishra; Brigadier B D Mishra"}),
    ("person", "girish-chandra-murmu", {"also": "G C Murmu; GC Murmu"}),
    ("constituency", lok_sabha_seat(1), {"spelling": "Baramula", "also": "hi:बारामूला"}),
    ("constituency", lok_sabha_seat(2), {"also": "hi:श्रीनगर"}),
    ("constituency", lok_sabha_seat(3), {"spelling": "Anantnag Rajouri", "also": "Anantnag-Rajouri-Poonch"}),
    ("constituency", lok_sabha_seat(4), {"also": "Udhampur-Kathua; Udhampur-Doda; Udhampur-Doda-Kathua; hi:ऊधमपुर"}),
    ("constituency", lok_sabha_seat(5), {"also": "Jammu-Reasi; Jammu-Poonch"}),
    ("constituency", LADAKH, {"also": "hi:लद्दाख"}),
]  # fmt: skip

_SEATS_2022: dict[int, tuple[str, ...]] = {
    5: ("Handwada",),
    7: ("Sopur",),
    8: ("Rafiyabad",),
    12: ("Wagoora-Kreeri", "Wagoora Kreeri", "Wagoora"),
    14: ("Sonawari", "Sonwari"),
    15: ("Bandipore", "Bandipur"),
    16: ("Gurez (ST)", "Gurez ST"),
    19: ("Hazrat Bal",),
    20: ("Khanyar",),
    21: ("Habba Kadal", "Habbakadal", "Haba Kadal", "Habbakadal"),
    22: ("Lal Chowk", "Lalchowk"),
    23: ("Channapora", "Chanapora", "Chhanapora"),
    24: ("Zadibal", "Zaidibal"),
    25: ("Eidgah", "Idgah"),
    26: ("Central Shalteng", "Shalteng"),
    27: ("Badgam",),
    28: ("Beerwah", "Birwah"),
    29: ("Khan Sahib", "Khansahib", "Khan Saheb"),
    30: ("Chrar-i-Sharief", "Charar-e-Sharief", "Charar-i-Sharief", "Charari Sharief", "Chrari Sharief", "Chah-i-Sharief", "Chrar-e-Sharief"),
    31: ("Chadoora", "Chadura"),
    35: ("Rajpora", "Rajpura"),
    36: ("Zainapora", "Zainpora"),
    37: ("Shopian", "Shupiyan"),
    38: ("D.H. Pora", "DH Pora", "Damhal Hanji Pora", "Damhal Hanjipora", "D H Pora"),
    40: ("Devsar", "Deosar"),
    41: ("Dooru", "Duru"),
    42: ("Kokernag", "Kokarnag", "Kokernag (ST)"),
    45: ("Bijbehara", "Srigufwara Bijbehara", "Srigufwara-Bijbehara", "Bijbehara-Srigufwara", "Srigufwara", "Bijbehera"),
    46: ("Shangus", "Anantnag East", "Shangus-Anantnag East", "Shangus Anantnag East"),
    47: ("Pahalgam",),
    48: ("Inderwal", "Indrawal", "Inderval"),
    50: ("Padder-Nagseni", "Padder Nagseni", "Paddar-Nagseni", "Padder", "Nagseni"),
    51: ("Bhadarwah", "Bhaderwah", "Bhadrawah", "Bhaderwa"),
    53: ("Doda West",),
    56: ("Gulabgarh", "Gulab Garh"),
    58: ("Shri Mata Vaishno Devi", "Mata Vaishno Devi", "Vaishno Devi", "Shri Mata Vaishno Devi Katra", "Katra"),
    61: ("Chenani", "Chanani"),
    62: ("Ramnagar", "Ram Nagar"),
    65: ("Basohli", "Basholi", "Bashohli"),
    64: ("Billawar", "Bilawar"),
    68: ("Hiranagar", "Hira Nagar"),
    71: ("Vijaypur", "Vijay Pur", "Vijaypore", "Vijapur"),
    72: ("Bishnah", "Bishna"),
    73: ("Suchetgarh", "Suchet Garh"),
    74: ("R.S. Pura-Jammu South", "RS Pura", "R.S. Pura", "R S Pura", "RS Pura-Jammu South", "Jammu South"),
    81: ("Akhnoor", "Akhnur"),
    82: ("Chhamb", "Chamb"),
    83: ("Kalakote-Sunderbani", "Kalakote", "Kalakote Sunderbani", "Sunderbani", "Kalakot"),
    84: ("Nowshera", "Naushera", "Nowshehra"),
    86: ("Budhal", "Buddhal"),
    87: ("Thannamandi", "Thanamandi", "Thana Mandi", "Thanna Mandi"),
    88: ("Surankote", "Surankot"),
    89: ("Poonch Haveli", "Punch Haveli"),
    90: ("Mendhar",),
}  # fmt: skip
"""Spellings of the assembly seats in other official lists and in reports."""


def names(known: dict[str, tuple[str, ...]]) -> list[Row]:
    """
    Give the rows of `names.csv`, each name once.

    `known` holds the names that a party, person, place … bears in its own table; a name that differs from
    them or from one above only in case, blanks and punctuation is left out.
    """
    listed = [
        (noun, of, said, kind)
        for noun, of, by_kind in _NAMES
        for kind, many in by_kind.items()
        for said in many.split("; ")
    ]
    listed += [("party", i, said, kind) for i, said, kind in parties.spellings()]
    listed += [
        ("constituency", assembly_seat(number), said, "spelling")
        for number, many in _SEATS_2022.items()
        for said in many
    ]
    borne = {of: {spelling_key(name) for name in names} for of, names in known.items()}
    rows = []
    for noun, of, said, kind in listed:
        language, name = ("hi", said.removeprefix("hi:")) if said.startswith("hi:") else ("en", said)
        keys = borne.setdefault(of, set())
        if spelling_key(name) not in keys:
            keys.add(spelling_key(name))
            row = {"noun": noun, "of": of, "name": name, "kind": kind, "language": language}
            rows.append(row | {"known_at": "2004-01-01", "source": "public-record"})
    order = {noun: place for place, noun in enumerate(dict.fromkeys(row["noun"] for row in rows))}
    return sorted(rows, key=lambda row: (order[row["noun"]], row["of"], row["kind"], row["name"]))
