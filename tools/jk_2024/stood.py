"""
Who stood more than once, seat by seat, or is named by reports.

One line a person: id, name, gender, party today where it is the party of the newest candidacy or is
otherwise sure, then the candidacies as `house-year seat NAME AS LISTED`. Two candidacies are put
together only where party, place and reports leave no doubt; most equal names are two people.
"""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from typing import NamedTuple


class Stood(NamedTuple):
    """A person with the candidacies that are his or hers: election id, seat, name as listed."""

    id: str
    name: str
    gender: str
    party: str | None
    candidacies: tuple[tuple[str, str, str], ...]


_TABLE = """
omar-abdullah | Omar Abdullah | M | in-nc | ls-2004 S09-2 OMAR ABDULLAH; jk-2008 17 OMAR ABDULLAH; jk-2014 24 OMAR ABDULLAH; jk-2014 28 OMAR ABDULLAH; ls-2024 U08-1 OMAR ABDULLAH; jk-2024 18 OMAR ABDULLAH; jk-2024 27 OMAR ABDULLAH
farooq-abdullah | Farooq Abdullah | M | in-nc | jk-2008 18 FAROOQ ABDULLAH; jk-2008 24 FAROOQ ABDULLAH; ls-2009 S09-2 FAROOQ ABDULLAH; ls-2014 S09-2 FAROOQ ABDULLAH; ls-2019 S09-2 Farooq Abdullah
mehbooba-mufti | Mehbooba Mufti | F | in-pdp | ls-2004 S09-3 MEHBOOBA MUFTI; jk-2008 35 MEHBOOBA MUFTI; ls-2014 S09-3 MEHBOOBA MUFTI; ls-2019 S09-3 MEHBOOBA MUFTI; ls-2024 U08-3 MEHBOOBA MUFTI
mufti-mohammad-sayeed | Mufti Mohammad Sayeed | M | in-pdp | jk-2008 40 MUFTI MOHAMMAD SAYEED; jk-2014 40 MUFTI MOHD SAYEED
iltija-mufti | Iltija Mufti | F | in-pdp | jk-2024 45 ILTIJA MEHBOOBA MUFTI
abdul-rashid-sheikh | Abdul Rashid Sheikh | M | in-jkaip | jk-2008 5 AB RASHID SHEIKH; ls-2014 S09-1 ER. ABDUL RASHID SHEIKH; jk-2014 5 ABDUL RASHID SHEIKH; ls-2019 S09-1 ENGINEER RASHID; ls-2024 U08-1 ABDUL RASHID SHEIKH
khursheed-ahmad-sheikh | Khursheed Ahmad Sheikh | M | in-jkaip | jk-2024 6 KHURSHEED AHMAD SHIEKH
mohmad-haneefa | Mohmad Haneefa | M | | ls-2024 U09-1 MOHMAD HANEEFA
tsering-namgyal | Tsering Namgyal | M | in-inc | ls-2024 U09-1 TSERING NAMGYAL
tashi-gyalson | Tashi Gyalson | M | in-bjp | ls-2024 U09-1 TASHI GYALSON
jamyang-tsering-namgyal | Jamyang Tsering Namgyal | M | in-bjp | ls-2019 S09-4 Jamyang Tsering Namgyal
hassan-khan | Hassan Khan | M | | ls-2004 S09-4 HASSAN KHAN; ls-2009 S09-4 HASSAN KHAN
phuntsog-namgyal | Phuntsog Namgyal | M | in-inc | ls-2009 S09-4 PHUNTSOG NAMGYAL
thupstan-chhewang | Thupstan Chhewang | M | | ls-2004 S09-4 THUPSTAN CHHEWANG; jk-2008 48 THUPSTAN CHHEWANG; ls-2014 S09-4 THUPSTAN CHHEWANG
asgar-ali-karbalai | Asgar Ali Karbalai | M | | ls-2009 S09-4 ASGAR ALI KARBALAIE; jk-2014 49 ASGAR ALI KARBALAIE; ls-2019 S09-4 Asgar Ali Karbalai
sajjad-hussain-kargili | Sajjad Hussain | M | | ls-2019 S09-4 Sajjad Hussain
sajad-gani-lone | Sajad Gani Lone | M | in-jkpc | ls-2009 S09-1 SAJAD GANI LONE; jk-2014 4 SAJAD GANI LONE; ls-2024 U08-1 SAJAD GANI LONE; jk-2024 3 SAJAD GANI LONE; jk-2024 5 SAJAD GANI LONE
mohamad-yousuf-tarigami | Mohamad Yousuf Tarigami | M | in-cpim | ls-2004 S09-3 MOHAMAD YUSUF TARIGAMI; jk-2008 38 MOHMAD YOUSUF RATHER; jk-2014 38 MOHAMAD YOUSUF TARIGAMI; jk-2024 39 MOHAMAD YOUSUF TARIGAMI
tara-chand | Tara Chand | M | in-inc | jk-2008 80 TARA CHAND; jk-2014 80 TARA CHAND; jk-2024 82 TARA CHAND
ghulam-ahmad-mir | Ghulam Ahmad Mir | M | in-inc | jk-2008 42 GHULAM AHMAD MIR; jk-2014 42 GHULAM AHMAD MIR; ls-2019 S09-3 GHULAM AHMAD MIR; jk-2024 41 GULAM AHMAD MIR
tariq-hameed-karra | Tariq Hameed Karra | M | in-inc | jk-2008 25 TARIQ HAMEED KARRA; ls-2014 S09-2 TARIQ HAMEED KARRA; jk-2024 26 TARIQ HAMEED KARRA
vikar-rasool-wani | Vikar Rasool Wani | M | in-inc | jk-2008 56 VIKAR RASOOL; jk-2014 56 VIKAR RASOOL WANI; jk-2024 55 VIKAR RASOOL WANI
ravinder-raina | Ravinder Raina | M | in-bjp | jk-2014 81 RAVINDER RAINA; jk-2024 84 RAVINDER RAINA
surinder-kumar-choudhary | Surinder Kumar Choudhary | M | in-nc | jk-2014 81 SURINDER CHOUDHARY; jk-2024 84 SURINDER KUMAR CHOUDHARY
mehraj-malik | Mehraj Malik | M | in-aap | ls-2024 U08-4 MEHRAJ DIN; jk-2024 52 MEHRAJ MALIK
aga-syed-ruhullah-mehdi | Aga Syed Ruhullah Mehdi | M | in-nc | jk-2008 27 AGA SYED RUHULLAH; jk-2014 27 AGA SYED RUHULLAH MEHDI; ls-2024 U08-2 AGA SYED RUHULLAH MEHDI
aga-syed-mehmood | Aga Syed Mehmood | M | in-nc | jk-2008 27 AGA SYED MEHMOOD; jk-2014 15 AGA SYED MEHMOOD AL MOSAVI
aga-syed-mohsin | Aga Syed Mohsin | M | | jk-2008 18 AGA SYED MOHASIN; ls-2014 S09-2 AGA SYED MOHSIN; ls-2019 S09-2 Aga Syed Mohsin
sheikh-riaz-ahmed | Sheikh Riaz Ahmed | M | in-inc | jk-2024 52 SHEIKH RIAZ AHMED
irfan-sultan-panditpuri | Irfan Sultan Panditpuri | M | in-jkpc | jk-2024 6 IRFAN SULTAN PANDITHPURI
aga-syed-muntazir-mehdi | Aga Syed Muntazir Mehdi | M | in-pdp | jk-2024 27 AGA SYED MUNTAZIR MEHDI
mian-altaf-ahmad | Mian Altaf Ahmad | M | in-nc | jk-2008 16 ALTAF AHMAD; jk-2014 16 ALTAF AHMAD; ls-2024 U08-3 MIAN ALTAF AHMAD
mian-mehar-ali | Mian Mehar Ali | M | in-nc | jk-2024 17 MIAN MEHAR ALI
jitendra-singh | Jitendra Singh | M | in-bjp | ls-2014 S09-5 DR. JITENDRA SINGH; ls-2019 S09-5 DR. JITENDRA SINGH; ls-2024 U08-4 DR JITENDRA SINGH
jugal-kishore-sharma | Jugal Kishore Sharma | M | in-bjp | jk-2008 70 JUGAL KISHORE; ls-2014 S09-6 JUGAL KISHORE; ls-2019 S09-6 Jugal Kishore; ls-2024 U08-5 JUGAL KISHORE
jugal-kishore-reasi | Jugal Kishore (Reasi) | M | | jk-2008 58 JUGAL KISHORE; jk-2014 58 JUGAL KISHORE; jk-2024 58 JUGAL KISHORE
raman-bhalla | Raman Bhalla | M | in-inc | jk-2008 71 RAMAN BHALLA; jk-2014 71 RAMAN BHALLA; ls-2019 S09-6 Raman Bhalla; ls-2024 U08-5 RAMAN BHALLA; jk-2024 74 RAMAN BHALLA
choudhary-lal-singh | Choudhary Lal Singh | M | in-inc | ls-2004 S09-5 CH. LAL SINGH; ls-2009 S09-5 CH. LAL SINGH; jk-2014 64 LAL SINGH; ls-2019 S09-5 LAL SINGH; ls-2019 S09-6 Lal Singh; ls-2024 U08-4 CH LAL SINGH; jk-2024 65 CH. LAL SINGH
ghulam-nabi-azad | Ghulam Nabi Azad | M | in-dpap | jk-2008 54 GHULAM NABI AZAD; ls-2014 S09-5 GHULAM NABI AZAD
ghulam-mohammad-saroori | Ghulam Mohammad Saroori | M | | jk-2008 52 GHULAM MOHD SAROORI; jk-2014 52 GHULAM MOHD SAROORI; ls-2024 U08-4 GHULAM MOHD SAROORI; jk-2024 48 GHULAM MOHD SAROORI
waheed-ur-rehman-para | Waheed Ur Rehman Para | M | in-pdp | ls-2024 U08-2 WAHEED UR REHMAN PARA; jk-2024 34 WAHEED UR REHMAN PARA
mir-mohammad-fayaz | Mir Mohammad Fayaz | M | in-pdp | jk-2014 2 MIR MOHD FAYAZ; ls-2024 U08-1 MIR MOHAMMAD FAYAZ; jk-2024 3 MIR MOHAMMAD FAYAZ
mohammad-ashraf-mir | Mohammad Ashraf Mir | M | in-jkap | jk-2014 24 MOHAMMAD ASHRAF MIR; ls-2024 U08-2 MOHAMMAD ASHRAF MIR; jk-2024 22 MOHAMMAD ASHRAF MIR
altaf-bukhari | Syed Mohammad Altaf Bukhari | M | in-jkap | jk-2014 23 SYED MOHAMMAD ALTAF BUKHARI; jk-2024 23 SYED MOHAMMAD ALTAF BUKHARI
zafar-iqbal-manhas | Zafar Iqbal Khan Manhas | M | in-jkap | ls-2024 U08-3 ZAFAR IQBAL KHAN MANHAS
ghulam-hassan-mir | Ghulam Hassan Mir | M | in-jkap | jk-2008 14 GH HASSAN MIR; jk-2014 14 GHULAM HASSAN MIR; jk-2024 11 GHULAM HASSAN MIR
muzaffar-hussain-baig | Muzaffar Hussain Baig | M | | jk-2008 13 MUZAFFAR HUSSAIN BAIG; ls-2014 S09-1 MUZAFFAR HUSSAIN BAIG; jk-2024 10 MUZAFAR HUSSAIN BAIG
javid-hassan-baig | Javid Hassan Baig | M | in-nc | jk-2014 13 JAVID HASSAN BAIG; jk-2024 10 JAVID HASSAN BAIG
hakeem-mohammad-yaseen-shah | Hakeem Mohammad Yaseen Shah | M | in-jkpdf | jk-2008 27 HAKIM MOHAMMAD YASEEN; jk-2008 29 HAKEEM MOHAMMAD YASIN; jk-2014 29 HAKEEM MOHAMMAD YASEEN SHAH; jk-2024 29 HAKEEM MOHAMMAD YASEEN SHAH; jk-2024 30 HAKEEM MOHAMMAD YASEEN SHAH
abdul-rahim-rather | Abdul Rahim Rather | M | in-nc | jk-2008 30 ABDUL RAHIM RATHER; jk-2014 30 ABDUL RAHIM RATHER; jk-2024 30 ADVOCATE ABDUL RAHIM RATHER
ghulam-nabi-lone-hanjura | Ghulam Nabi Lone | M | in-pdp | ls-2004 S09-2 ADVOCATE GHULAM NABI LONE; jk-2008 30 GHULAM NABI LONE; jk-2014 30 GHULAM NABI LONE; jk-2024 30 GHULAM NABI LONE
ali-mohammad-sagar | Ali Mohammad Sagar | M | in-nc | jk-2008 21 ALI MOHAMMAD SAGAR; jk-2014 21 ALI MOHD SAGAR; jk-2024 20 ALI MOHAMMAD SAGAR
salman-sagar | Salman Sagar | M | in-nc | jk-2024 19 SALMAN SAGAR
shamim-firdous | Shamim Firdous | F | in-nc | jk-2008 22 SHAMEEMA FIRDOUS; jk-2014 22 SHAMIM FIRDOUS; jk-2024 21 SHAMIM FIRDOUS
mubarik-gul | Mubarik Gul | M | in-nc | jk-2008 20 MUBARAK AHMAD GUL; jk-2014 20 MUBARIK AHMAD GUL; jk-2024 25 MUBARIK GUL
tanvir-sadiq | Tanvir Sadiq | M | in-nc | jk-2008 19 TANVIR SADIQ ALI; jk-2024 24 TANVIR SADIQ
nasir-aslam-wani | Nasir Aslam Wani | M | in-nc | jk-2008 23 NASIR ASLAM WANI; jk-2014 23 NASIR ASLAM WANI; jk-2024 3 NASIR ASLAM WANI
mushtaq-guroo | Mushtaq Guroo | M | in-nc | jk-2024 23 MUSHTAQ GUROO
sakeena-masood | Sakeena Masood | F | in-nc | jk-2008 37 SAKINA ITOO; jk-2014 37 SAKINA ITOO; jk-2024 38 SAKEENA MASOOD
javed-ahmed-rana | Javed Ahmed Rana | M | in-nc | jk-2008 86 JAVID AHMED RANA; jk-2014 86 JAVED AHMED RANA; jk-2024 90 JAVED AHMED RANA
ajaz-ahmed-jan | Ajaz Ahmed Jan | M | in-nc | jk-2008 87 AJAZ AHMED JAN; jk-2014 87 AJAZ AHMED JAN; jk-2024 89 AJAZ AHMED JAN
bashir-ahmad-mir | Bashir Ahmad Mir | M | in-pdp | jk-2008 16 BASHIR AHMAD MIR; jk-2014 16 BASHIR AHMAD MIR; jk-2024 18 BASHIR AHMAD MIR
ishfaq-jabbar | Ishfaq Ahmad Sheikh | M | | jk-2014 17 ISHFAQ AHMAD SHEIKH; jk-2024 18 ISHFAQ AHMAD SHEIKH
qazi-mohammad-afzal | Qazi Mohammad Afzal | M | | jk-2008 17 QAZI MOHAMMAD AFZAL; jk-2014 17 QAZI MOHAMMAD AFZAL
sarjan-ahmad-wagay | Sarjan Ahmad Wagay | M | | jk-2024 18 SARJAN AHMAD WAGAY; jk-2024 28 SARJAN AHMAD WAGAY
bashir-ahmad-shah-veeri | Bashir Ahmad Shah Veeri | M | in-nc | jk-2008 45 BASHIR AHMAD SHAH; jk-2014 45 BASHIR AHMAD SHAH; jk-2024 45 BASHIR AHMAD SHAH VEERI
abdul-rehman-bhat-veeri | Abdul Rehman Bhat | M | in-pdp | jk-2008 45 ABDUL REHMAN BHAT; jk-2014 45 ABDUL REHMAN BHAT; jk-2024 46 ABDUL REHMAN BHAT
mohammad-sartaj-madni | Mohammad Sartaj Madni | M | in-pdp | jk-2008 41 MOHAMMAD SARTAJ MADNI; jk-2014 41 MOHAMMAD SARTAJ MADNI; jk-2024 40 MOHAMMAD SARTAJ MADNI
mehboob-beg | Mehboob Beg | M | in-pdp | ls-2004 S09-3 DR. MEHBOOB BEG; jk-2008 40 MIRZA MEHBOOB BEIGH; ls-2009 S09-3 MIRZA MEHBOOB BEG; ls-2014 S09-3 MIRZA MEHBOOB BEG; jk-2024 44 MEHBOOB BEG
peerzada-mohammad-syed | Peerzada Mohammad Syed | M | in-inc | jk-2008 43 PEERZADA MOHD. SYED; jk-2014 43 PEERZADA MOHAMMAD SYED; jk-2024 44 PEERZADA MOHAMMAD SYED
hasnain-masoodi | Hasnain Masoodi | M | in-nc | ls-2019 S09-3 HASNAIN MASOODI; jk-2024 32 HASNAIN MASOODI
mohammad-akbar-lone | Mohammad Akbar Lone | M | in-nc | jk-2008 11 MOHD. AKBAR LONE; jk-2014 11 MOHAMMAD AKBAR LONE; ls-2019 S09-1 MOHAMMAD AKBAR LONE
hilal-akbar-lone | Hilal Akbar Lone | M | in-nc | jk-2024 14 HILAL AKBAR LONE
irshad-rasool-kar | Irshad Rasool Kar | M | in-nc | jk-2014 8 IRSHAD RASOOL KAR; jk-2024 7 IRSHAD RASOOL KAR
raja-aijaz-ali | Raja Aijaz Ali | M | | jk-2014 6 AIJAZ ALI KHAN; ls-2019 S09-1 RAJA AIJAZ ALI
sharief-ud-din-shariq | Sharief Ud Din Shariq | M | in-nc | jk-2008 5 SHARIF-UD-DIN SHARIQ; ls-2009 S09-1 SHARIEF UD DIN SHARIQ; ls-2014 S09-1 SHARIEF UD-DIN SHARIQ
abdul-rashid-shaheen | Abdul Rashid Shaheen | M | in-nc | ls-2004 S09-1 ABDUL RASHID SHAHEEN; jk-2008 15 ABDUL RASHID SHAHEEN
nizam-ud-din-bhat | Nizam Ud Din Bhat | M | in-inc | ls-2004 S09-1 NIZAM-UDDIN BHAT; jk-2008 10 NIZAMUDDIN BHAT; jk-2014 10 NIZAM-U-DIN BHAT; jk-2024 15 NIZAM UDDIN BHAT
usman-abdul-majid | Usman Abdul Majid | M | | jk-2008 10 USMAN ABDUL MAJID; jk-2014 10 USMAN ABDUL MAJID; jk-2024 15 USMAN ABDUL MAJID
imran-raza-ansari | Imran Raza Ansari | M | in-jkpc | jk-2014 15 IMRAN RAZA ANSARI; jk-2024 13 IMRAN RAZA ANSARI
abid-hussain-ansari | Abid Hussain Ansari | M | in-jkpc | jk-2014 19 ABID HUSSAIN ANSARI; jk-2024 24 ABID HUSSAIN ANSARI
shabir-ahmad-kullay | Shabir Ahmad Kullay | M | | jk-2008 36 SHABIR AHMAD KULLEY; jk-2014 36 SHABIR AHMAD KULLAY; jk-2024 37 SHABIR AHMAD KULLAY
mohammad-khalil-band | Mohammad Khalil Band | M | in-nc | jk-2008 33 MOHD KHALIL BANDH; jk-2014 33 MOHD. KHALIL BAND; jk-2024 34 MOHAMMAD KHALIL BAND
zahoor-ahmad-mir | Zahoor Ahmad Mir | M | in-pdp | jk-2008 32 ZAHOOR AHMAD; jk-2014 32 ZAHOOR AHMAD MIR; jk-2024 32 ZAHOOR AHMAD MIR
aijaz-ahmad-mir | Aijaz Ahmad Mir | M | | jk-2014 35 AIJAZ AHMAD MIR; jk-2024 36 AIJAZ AHMAD MIR
showkat-hussain-ganie | Showkat Hussain Ganie | M | in-nc | jk-2008 35 SHOWKAT HUSSAIN GANIE; jk-2014 35 SHOWKAT HUSSAIN GANIE; jk-2024 36 SHOWKAT HUSSAIN GANIE
altaf-ahmad-wani | Altaf Ahmad Wani | M | in-nc | jk-2008 46 ALTAF AHMAD WANI; jk-2014 46 ALTAF AHMAD WANI; jk-2024 47 ALTAF AHMAD WANI
rafi-ahmad-mir | Rafi Ahmad Mir | M | in-jkap | jk-2008 46 RAFI AHMAD MIR; jk-2014 46 RAFI AHMAD MIR; jk-2024 47 RAFI AHMED MIR
basharat-bukhari | Syed Basharat Ahmed Bukhari | M | in-pdp | jk-2008 12 SYED BASHARAT AHMAD; jk-2014 12 SYED BASHARAT AHMED BUKHARI; jk-2024 12 SYED BASHARAT AHMED BUKHARI
javid-ahmad-dar | Javid Ahmad Dar | M | in-nc | jk-2008 7 JAVAID AHMAD DAR; jk-2014 7 JAVED AHMAD DAR; jk-2024 8 JAVID AHMAD DAR
yawar-ahmad-mir | Yawar Ahmad Mir | M | in-jkap | jk-2014 7 YAWAR AHMAD MIR; jk-2024 8 YAWAR AHMAD MIR
abdul-gani-vakil | Abdul Gani Vakil | M | in-jkpc | jk-2008 7 ABDUL GANI VAKIL; jk-2014 7 ABDUL GANI VAKIL; jk-2024 8 ABDUL GANI VAKIL
chowdry-mohammad-ramzan | Chowdry Mohammad Ramzan | M | in-nc | jk-2008 4 CHOWDARY MOHD RAMZAN; jk-2014 4 CHOWDRY MOHAMAD RAMZAN; jk-2024 5 CHOWDRY MOHAMMAD RAMZAN
qaysar-jamshaid-lone | Qaysar Jamshaid Lone | M | in-nc | jk-2008 3 QAISAR JAMSHEED LONE; jk-2014 3 QAISER JAMSHEED LONE; jk-2024 4 QAYSAR JAMSHAID LONE
saifullah-mir | Saifullah Mir | M | in-nc | jk-2008 2 MIR SAIFULLAH; jk-2014 2 MIR SAIFULLAH; jk-2024 2 SAIFULLAH MIR
bashir-ahmad-dar | Bashir Ahmad Dar | M | in-jkpc | jk-2014 2 BASHIR AHMAD DAR; jk-2024 2 BASHIR AHMAD DAR
haji-farooq-ahmad-mir | Haji Farooq Ahmad Mir | M | | jk-2008 3 FAROOQ AHMAD MIR; jk-2014 3 HAJI FAROOQ AHMAD MIR; ls-2019 S09-1 HAJI FAROOQ AHMAD MIR; jk-2024 4 HAJI FAROOQ AHMAD MIR
nazir-ahmad-khan-gurezi | Nazir Ahmad Khan | M | in-nc | jk-2008 9 NAZIR AHMAD KHAN; jk-2014 9 NAZIR AHMAD KHAN; jk-2024 16 NAZIR AHMAD KHAN
faqeer-mohammad-khan | Faqeer Mohammad Khan | M | in-bjp | jk-2014 9 FAQIR MOHMAD KHAN; jk-2024 16 FAQEER MOHAMMAD KHAN
taj-mohi-ud-din | Taj Mohi Ud Din | M | | jk-2008 6 TAJ MOHI-UD-DIN; jk-2014 6 TAJ MOHI-UD-DIN; jk-2024 9 TAJ MOHI UD DIN
ali-mohammad-dar | Ali Mohammad Dar | M | in-nc | jk-2008 26 ALI MOHAMMAD DAR; jk-2014 26 ALI MOHAMMAD DAR; jk-2024 31 ALI MOHAMMAD DAR
shafi-ahmad-wani | Shafi Ahmad Wani | M | in-nc | jk-2008 28 SHAFI AHMAD WANI; jk-2014 28 SHAFI AHMAD WANI; jk-2024 28 SHAFI AHMAD WANI
saif-ud-din-bhat | Saif Ud Din Bhat | M | in-nc | jk-2008 29 SAIF UD DIN BHAT; jk-2014 29 SAIF-U-DIN BHAT; jk-2024 29 SAIF UD DIN BHAT
ghulam-mohi-ud-din-mir | Ghulam Mohi Ud Din Mir | M | in-nc | jk-2008 34 GULAM MOHI-UD-DIN MIR; jk-2014 34 GH. MOHI-UD-DIN MIR; jk-2024 35 GHULAM MOHI UDDIN MIR
abdul-majeed-bhat-larmi | Abdul Majeed Bhat | M | in-nc | jk-2008 39 ABDUL MAJEED; jk-2014 39 AB. MAJEED; jk-2024 43 ABDUL MAJEED BHAT
abdul-gaffar-sofi | Abdul Gaffar Sofi | M | in-pdp | jk-2008 39 ABDUL GAFFAR SOFI; jk-2014 39 ABDUL GAFFAR SOFI; jk-2024 43 ABDUL GAFFAR SOFI
abdul-majeed-padder | Abdul Majeed Padder | M | in-jkap | jk-2008 37 ABDUL MAJEED PADDER; jk-2014 37 ABDUL MAJID PADDER; jk-2024 38 ABDUL MAJEED PADDER
mohammad-amin-bhat | Mohammad Amin Bhat | M | in-dpap | jk-2014 41 MOHAMMAD AMIN BHAT; jk-2024 40 MOHAMMAD AMIN BHAT
reyaz-ahmad-khan | Reyaz Ahmad Khan | M | in-nc | jk-2014 44 REYAZ AHMAD KHAN; jk-2024 46 REYAZ AHMAD KHAN
mohammad-irfan-shah | Mohammad Irfan Shah | M | | jk-2008 25 MOHAMAD IRFAN SHAH; jk-2014 25 MOHD IRFAN SHAH; jk-2024 26 MUHAMMAD IRFAN SHAH
noor-mohammad-sheikh | Noor Mohammad Sheikh | M | | jk-2014 25 NOOR MOHD SHEIKH; jk-2024 26 NOOR MOHAMMAD SHEIKH
asiea-naqash | Asiea Naqash | F | in-pdp | jk-2008 18 ASIEA; jk-2014 18 ASIEA; jk-2024 19 ASIEA NAQASH
imtiyaz-ahmad-parray | Imtiyaz Ahmad Parray | M | in-jkap | jk-2008 11 IMTIAZ AHMED PARRAY; jk-2014 11 IMTIYAZ AHMAD PARRAY; jk-2024 14 IMTIYAZ AHMAD PARRAY
yasir-reshi | Yasir Reshi | M | | jk-2014 11 YASIR RESHI; jk-2024 14 YASIR RESHI
hilal-ahmad-shah | Hilal Ahmad Shah | M | in-jkap | jk-2014 40 HILAL AHMAD SHAH; jk-2024 44 HILAL AHMAD SHAH
abdul-rashid-dar | Abdul Rashid Dar | M | in-inc | jk-2008 8 ABDUL RASHID DAR; jk-2014 8 ABDUL RASHID DAR; jk-2024 7 ABDUL RASHID DAR
sofi-yousuf | Sofi Yousuf | M | in-bjp | ls-2004 S09-3 SOFI MOHD. YOUSUF; ls-2019 S09-3 SOFI YOUSUF; jk-2024 45 SOFI YOUSIF
mohamad-saleem-paray | Mohamad Saleem Paray | M | in-dpap | ls-2024 U08-3 MOHAMAD SALEEM PARAY; jk-2024 41 MOHAMAD SALEEM PARAY
sayar-ahmad-reshi | Sayar Ahmad Reshi | M | | jk-2024 39 SAYAR AHMAD RESHI
junaid-azim-mattu | Junaid Azim Mattu | M | | jk-2024 24 JUNAID AZIM MATTU
sajjad-ahmed-kichloo | Sajjad Ahmed Kichloo | M | in-nc | jk-2008 51 SAJJAD AHMAD KICHLOO; jk-2014 51 SAJJAD AHMED KICHLOO; jk-2024 49 SAJJAD AHMED KICHLOO
shagun-parihar | Shagun Parihar | F | in-bjp | jk-2024 49 SHAGUN PARIHAR
sunil-kumar-sharma | Sunil Kumar Sharma | M | in-bjp | jk-2008 51 SUNIL KUMAR; jk-2014 51 SUNIL KUMAR SHARMA; jk-2024 50 SUNIL KUMAR SHARMA
shakti-raj-parihar | Shakti Raj Parihar | M | in-bjp | jk-2008 52 SHAKTI RAJ; jk-2014 53 SHAKTI RAJ; jk-2024 53 SHAKTI RAJ PARIHAR
daleep-singh | Daleep Singh | M | in-bjp | jk-2014 54 DALEEP SINGH; jk-2024 51 DALEEP SINGH
khalid-najib-suharwardy | Khalid Najib Suharwardy | M | in-nc | ls-2004 S09-5 KHALID NAJIB SUHARWARDY; jk-2008 53 KHALID NAJIB SUHARWARDY; jk-2014 53 KHALID NAJIB SUHARWARDY; jk-2024 52 KHALID NAJIB SUHARWARDY
abdul-majid-wani | Abdul Majid Wani | M | in-dpap | jk-2008 53 ABDUL MAJID WANI; jk-2014 53 ABDUL MAJID WANI; jk-2024 52 ABDUL MAJID WANI
gajay-singh-rana | Gajay Singh Rana | M | in-bjp | jk-2024 52 GAJAY SINGH RANA
tariq-hussain-keen | Tariq Hussain Keen | M | in-bjp | jk-2014 52 TARIQ HUSSAIN KEEN; jk-2024 48 TARAQ HUSSAIN KEEN
sheikh-mehboob-iqbal | Sheikh Mehboob Iqbal | M | in-nc | jk-2014 54 SHEIKH MEHBOOB IQBAL; jk-2024 51 SHEIKH MEHBOOB IQBAL
sajad-shaheen | Sajad Shaheen | M | in-nc | jk-2014 56 SAJAD SHAHEEN; jk-2024 55 SAJAD SHAHEEN
imtiaz-ahmed-shan | Imtiaz Ahmed Shan | M | in-pdp | jk-2014 59 IMTIYAZ AHMED SHAN; jk-2024 55 IMTIAZ AHMED SHAN
mumtaz-ahmed-khan | Mumtaz Ahmed | M | in-inc | jk-2008 57 MUMTAZ AHMED; jk-2014 57 MUMTAZ AHMED; jk-2024 57 MUMTAZ AHMED
aijaz-ahmad-khan | Aijaz Ahmad Khan | M | | jk-2008 59 AJAZ AHMED KHAN; jk-2014 59 AJAZ AHMED KHAN; jk-2024 56 AIJAZ AHMAD KHAN
kuldeep-raj-dubey | Kuldeep Raj Dubey | M | in-bjp | jk-2014 59 KULDEEP RAJ DUBEY; jk-2024 57 KULDEEP RAJ DUBEY
baldev-raj-sharma | Baldev Raj Sharma | M | in-bjp | jk-2008 58 BALDEV RAJ; jk-2024 58 BALDEV RAJ SHARMA
pawan-kumar-gupta | Pawan Kumar Gupta | M | in-bjp | jk-2008 60 PAWAN KUMAR GUPTA; jk-2014 60 PAWAN KUMAR GUPTA; jk-2024 59 PAWAN KUMAR GUPTA
pawan-khajuria | Pawan Khajuria | M | | jk-2014 60 PAWAN KHAJURIA; jk-2024 60 PAWAN KHAJURIA
balwant-singh-mankotia | Balwant Singh Mankotia | M | in-bjp | jk-2008 60 BALWANT SINGH MANKOTIA; jk-2014 60 BALWANT SINGH MANKOTIA; jk-2024 61 BALWANT SINGH MANKOTIA
harsh-dev-singh | Harsh Dev Singh | M | in-jknpp-india | jk-2008 62 HARSH DEV SINGH; jk-2014 62 HARSH DEV SINGH; ls-2019 S09-5 HARSH DEV SINGH; jk-2024 61 HARSH DEV SINGH
ranbir-singh-pathania | Ranbir Singh Pathania | M | in-bjp | jk-2008 62 RANBIR SINGH PATHANIA; jk-2014 62 RANBIR SINGH PATHANIA; jk-2024 60 RANBIR SINGH PATHANIA
jewan-lal | Jewan Lal | M | in-bjp | jk-2014 63 JEWAN LAL; jk-2024 63 JEWAN LAL
manohar-lal-sharma | Manohar Lal Sharma | M | in-inc | jk-2008 66 MANOHAR LAL SHARMA; jk-2014 66 DR. MANOHAR LAL SHARMA; jk-2024 64 MANOHAR LAL SHARMA
rajiv-jasrotia | Rajiv Jasrotia | M | in-bjp | jk-2014 65 RAJIV JASROTIA; jk-2024 66 RAJIV JASROTIA
devinder-kumar-manyal | Devinder Kumar Manyal | M | in-bjp | jk-2014 68 DEVINDER KUMAR MANYAL; jk-2024 69 DR DEVINDER KUMAR MANYAL
yash-paul-kundal | Yash Paul Kundal | M | in-inc | jk-2008 68 YASH PAUL KUNDAL; jk-2014 68 YASH PAUL KUNDAL; jk-2024 69 YASH PAUL KUNDAL
surjeet-singh-slathia | Surjeet Singh Slathia | M | in-bjp | ls-2004 S09-6 SURJIT SINGH SLATHIA; jk-2008 69 SURJIT SINGH; jk-2014 69 SURJIT SINGH SLATHIA; jk-2024 70 SURJEET SINGH SLATHIA
chander-parkash-ganga | Chander Parkash | M | in-bjp | jk-2008 69 CHANDER PARKASH; jk-2014 69 CHANDER PARKASH; jk-2024 71 CHANDER PARKASH
manjit-singh | Manjit Singh | M | in-jkap | jk-2008 69 MANJIT SINGH; jk-2014 69 MANJIT SINGH; jk-2024 71 MANJIT SINGH
gharu-ram-bhagat | Gharu Ram Bhagat | M | in-bjp | jk-2008 75 GHARU RAM BHAGAT; jk-2024 73 GHARU RAM
bhushan-lal | Bhusan Lal | M | in-inc | jk-2014 75 BUSHAN LAL; jk-2024 73 BHUSAN LAL
taranjit-singh-tony | Taranjit Singh Tony | M | in-inc | jk-2008 76 TARANJEET SINGH; jk-2014 76 TARANJIT SINGH TONI; jk-2024 75 TARANJIT SINGH TONY
ajay-kumar-sadhotra | Ajay Kumar Sadhotra | M | in-nc | jk-2008 77 AJAY KUMAR SADHOTRA; jk-2014 77 AJAY KUMAR SADHOTRA; jk-2024 79 AJAY KUMAR SADHOTRA
mula-ram | Mula Ram | M | in-inc | jk-2008 78 MULA RAM; jk-2014 78 MULA RAM; jk-2024 80 MULA RAM
devender-singh-rana | Devender Singh Rana | M | in-bjp | jk-2014 70 DEVENDER SINGH RANA; jk-2024 77 DEVENDER SINGH RANA
sham-lal-sharma | Sham Lal Sharma | M | in-bjp | jk-2008 79 SHAM LAL SHARMA; jk-2014 79 SHAM LAL SHARMA; jk-2024 79 SHAM LAL SHARMA
rajeev-sharma | Rajeev Sharma | M | in-bjp | jk-2014 79 RAJEEV SHARMA; jk-2024 82 RAJEEV SHARMA
satish-sharma | Satish Sharma | M | | jk-2024 82 SATISH SHARMA
ashok-kumar-sharma | Ashok Kumar Sharma | M | in-dpap | jk-2008 84 ASHOK KUMAR SHARMA; jk-2014 84 ASHOK KUMAR SHARMA; jk-2024 83 ASHOK KUMAR SHARMA
chowdhary-zulfkar-ali | Chowdhary Zulfkar Ali | M | in-bjp | jk-2008 82 ZULFKAR ALI; jk-2014 82 CHOWDHARY ZULFKAR ALI; jk-2024 86 CHOWDHARY ZULFKAR ALI
qamar-hussain | Qamar Hussain | M | in-pdp | jk-2014 83 QAMAR HUSSAIN; jk-2024 87 QAMAR HUSSAIN
mohd-iqbal-malik | Mohd Iqbal Malik | M | in-bjp | jk-2014 82 MOHD IQBAL MALIK; jk-2024 87 MOHD IQBAL MALIK
shabir-ahmed-khan | Mohd Shabir Khan | M | in-inc | jk-2008 83 SHABBIR AHMED KHAN; jk-2014 83 SHABIR AHMED KHAN; jk-2024 87 MOHD SHABIR KHAN
choudhary-mohammed-akram | Choudhary Mohammed Akram | M | | jk-2014 85 CH MOHD AKRAM; jk-2024 88 CHOUDHARY MOHAMMED AKRAM
mushtaq-ahmed-shah-bukhari | Mushtaq Ahmed Shah Bukhari | M | in-bjp | jk-2008 85 MUSHTAQ AHMED SHAH BUKHARI; jk-2014 85 MUSHTAQ AHMED SHAH; jk-2024 88 MUSHTAQ AHMED SHAH BUKHARI
choudhary-abdul-ghani | Choudhary Abdul Ghani | M | in-bjp | jk-2014 87 CHAUDHARY ABDUL GHANI; jk-2024 89 CHOUDHARY ABDUL GHANI
shah-mohd-tantray | Shah Mohd Tantray | M | in-jkap | jk-2014 87 SHAH MOHD TANTRAY; jk-2024 89 SHAH MOHD TANTRAY
murtaza-ahmed-khan | Murtaza Ahmed Khan | M | in-bjp | jk-2014 86 MURTAZA AHMED KHAN; jk-2024 90 MURTAZA AHMED KHAN
nirmal-singh | Nirmal Kumar Singh | M | in-bjp | ls-2004 S09-6 DR. NIRMAL SINGH; jk-2008 71 NIRMAL SINGH; ls-2009 S09-5 DR. NIRMAL SINGH; jk-2014 66 DR. NIRMAL KUMAR SINGH
kavinder-gupta | Kavinder Gupta | M | in-bjp | jk-2014 71 KAVINDER GUPTA
bhim-singh | Bhim Singh | M | in-jknpp | ls-2004 S09-5 PROF. BHIM SINGH; ls-2009 S09-5 PROF. BHIM SINGH; ls-2014 S09-5 PROF. BHIM SINGH; ls-2019 S09-6 Prof. Bhim Singh
madan-lal-sharma | Madan Lal Sharma | M | in-inc | ls-2004 S09-6 MADAN LAL SHARMA; ls-2009 S09-6 MADAN LAL SHARMA; ls-2014 S09-6 MADAN LAL SHARMA
chaman-lal-gupta | Chaman Lal Gupta | M | in-bjp | ls-2004 S09-5 PROF. CHAMAN LAL GUPTA; jk-2008 73 CHAMAN LAL GUPTA
vikramaditya-singh | Vikramaditya Singh | M | | ls-2019 S09-5 VIKRAMADITYA SINGH
swarn-veer-singh-jaral | Swarn Veer Singh Jaral | M | | ls-2024 U08-4 SWARN VEER SINGH JARAL; jk-2024 53 SWARN VEER SINGH JARAL
satish-poonchi | Satish Poonchi | M | | ls-2009 S09-6 SATISH POONCHI; ls-2014 S09-6 SATISH POONCHI; ls-2019 S09-6 Satish Poonchi; ls-2024 U08-5 SATISH POONCHI
perseen-singh | Perseen Singh | M | | ls-2014 S09-6 PERSEEN SINGH; ls-2019 S09-6 Perseen Singh; ls-2024 U08-5 PERSEEN SINGH
"""


def stood() -> list[Stood]:
    """Read the table above."""
    return [_read(line) for line in _TABLE.strip().splitlines()]


def _read(line: str) -> Stood:
    person, name, gender, party, candidacies = (cell.strip() for cell in line.split("|"))
    listed = tuple(tuple(one.strip().split(maxsplit=2)) for one in candidacies.split(";"))
    return Stood(person, name, gender, party or None, tuple((f"in-{e}", seat, said) for e, seat, said in listed))
