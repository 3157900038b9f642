"""
Seats of the Lok Sabha election of 2024 that other software got wrong.

Votes are those of the Election Commission of India's result pages of 4 June 2024; parties are abbreviated.
"""

from __future__ import annotations

from tests.builders import Stood

INDORE_NOTA = 218674
INDORE = (
    Stood("SANJAY S/O LAKSHMAN SOLANKI", "BSP", 51659),
    Stood("SHANKAR LALWANI", "BJP", 1226751),
    Stood("COMRADE AJEET SINGH", "SUCI", 7179),
    Stood("PAWAN KUMAR", "Akhil Bhartiya Parivar Party", 15210),
    Stood("BASANT GEHLOT", "Jan Sangh Party", 3676),
    Stood("ABHAY JAIN", "Independent", 8392),
    Stood("LAVISH DILIP KHANDELWAL", "Independent", 8238),
    Stood("AYAZ ALI", "Independent", 7096),
    Stood("ENG. ARJUN PARIHAR", "Independent", 3831),
    Stood("RAVI SIRWAIYA", "Independent", 2621),
    Stood("MUDIT CHAURASIA", "Independent", 2609),
    Stood("PARMANAND TOLANI", "Independent", 2403),
    Stood("DESH BHAKT ANKIT GUPTA", "Independent", 1969),
    Stood("ADVOCATE PANKAJ GUPTE", "Independent", 1660),
)

KOZHIKODE_NOTA = 6316
KOZHIKODE = (
    Stood("M. K. RAGHAVAN", "INC", 520421),
    Stood("ELAMARAM KAREEM", "CPI(M)", 374245),
    Stood("M. T. RAMESH", "BJP", 180666),
    Stood("ARAMUKHAN", "BSP", 1715),
    Stood("ARAVINDAKSHAN NAIR M. K.", "Bharatheeya Jawan Kisan Party", 1305),
    Stood("RAGHAVAN S/O NARAYANAN NAIR", "Independent", 1096),
    Stood("T. RAGHAVAN S/O VELLANKUTTY", "Independent", 1018),
    Stood("N. RAGHAVAN S/O DAMU", "Independent", 782),
    Stood("SUBHA", "Independent", 712),
    Stood("DR. M. JYOTHIRAJ", "SUCI", 653),
    Stood("ABDUL KAREEM S/O MAHAMMOOD", "Independent", 541),
    Stood("ABDUL KAREEM K. S/O ASSAIN", "Independent", 293),
    Stood("ABDUL KAREEM S/O AYAMMATH KUTTY", "Independent", 287),
)

BOLANGIR_NOTA = 16064
BOLANGIR = (
    Stood("SANGEETA KUMARI SINGH DEO", "BJP", 617744),
    Stood("SURENDRA SINGH BHOI", "BJD", 485080),
    Stood("MANOJ KUMAR MISHRA", "INC", 230874),
    Stood("SUNIL KUMAR BHOI", "SUCI", 10355),
    Stood("JAGADISH CHANDRA BIBHAR", "BSP", 9469),
    Stood("BALRAM SINGH YADAV", "Independent", 8674),
    Stood("MADHUSUDAN BARIK", "Ambedkarite Party of India", 7252),
    Stood("BALARAM SA", "Independent", 6097),
    Stood("AKSHAYA DISHRI", "National Apni Party", 5469),
    Stood("RAJESH KUMAR PANDA", "Ekam Sanatan Bharat Dal", 3170),
)

THANJAVUR_NOTA = 12833
THANJAVUR = (
    Stood("MURASOLI S", "DMK", 502245),
    Stood("SIVANESAN P", "DMDK", 182662),
    Stood("MURUGANANTHAM M", "BJP", 170613),
    Stood("HUMAYUN KABIR", "NTK", 120293),
    Stood("RENGASAMY C", "Independent", 18191),
    Stood("SARAVANAN M", "Independent", 6795),
    Stood("SENTHIL KUMAR N", "Independent", 4158),
    Stood("EZHILARASAN S", "Independent", 3851),
    Stood("JAYABAL A", "BSP", 2410),
    Stood("SANTHOSH M", "Independent", 1992),
    Stood("ER ARJUN S", "Independent", 1446),
    Stood("KARIKALA CHOLAN S", "Independent", 1217),
)

# the three with most votes; the others have under 11,000 each
MUMBAI_NORTH_WEST = (
    Stood("AMOL GAJANAN KIRTIKAR", "SHS(UBT)", 452596, evm=451095, postal=1501),
    Stood("RAVINDRA DATTARAM WAIKAR", "SHS", 452644, evm=451094, postal=1550),
    Stood("PARMESHWAR ASHOK RANSHUR", "VBA", 10052, evm=10001, postal=51),
)

JAJPUR = (
    Stood("ANCHAL DAS", "INC", 53145, evm=52455, postal=690),
    Stood("SARMISTHA SETHI", "BJD", 532652, evm=529428, postal=3224),
    Stood("RABINDRA NARAYAN BEHERA", "BJP", 534239, evm=528959, postal=5280),
)

LADAKH_NOTA = 912
LADAKH = (
    Stood("TASHI GYALSON", "BJP", 31956, evm=31505, postal=451),
    Stood("TSERING NAMGYAL", "INC", 37397, evm=35770, postal=1627),
    Stood("MOHMAD HANEEFA", "Independent", 65259, evm=64443, postal=816),
)

SURAT = (Stood("MUKESHKUMAR CHANDRAKAANT DALAL", "BJP"),)
