/**
 * The 98 municipalities (Danmarks Adresseregister; the regions as they are until 31 December 2026):
 * code | name | region code | inhabitants, roughly, in thousands | some of its postal codes with their towns.
 * Some postal codes stand under several municipalities, as they do in the country.
 */
export const MUNICIPALITY_TABLE = `
0101|København|1084|660|2100 København Ø,2300 København S,2400 København NV
0147|Frederiksberg|1084|105|2000 Frederiksberg
0151|Ballerup|1084|53|2750 Ballerup,2730 Herlev
0153|Brøndby|1084|40|2605 Brøndby,2600 Glostrup
0155|Dragør|1084|15|2791 Dragør
0157|Gentofte|1084|75|2820 Gentofte,2900 Hellerup
0159|Gladsaxe|1084|70|2860 Søborg,2880 Bagsværd
0161|Glostrup|1084|24|2600 Glostrup
0163|Herlev|1084|30|2730 Herlev
0165|Albertslund|1084|28|2620 Albertslund
0167|Hvidovre|1084|54|2650 Hvidovre
0169|Høje-Taastrup|1084|58|2630 Taastrup,2640 Hedehusene
0173|Lyngby-Taarbæk|1084|59|2800 Kongens Lyngby,2830 Virum
0175|Rødovre|1084|44|2610 Rødovre
0183|Ishøj|1084|24|2635 Ishøj
0185|Tårnby|1084|43|2770 Kastrup,2300 København S
0187|Vallensbæk|1084|17|2625 Vallensbæk,2665 Vallensbæk Strand
0190|Furesø|1084|42|3520 Farum,3500 Værløse
0201|Allerød|1084|26|3450 Allerød,3540 Lynge
0210|Fredensborg|1084|42|3480 Fredensborg,2980 Kokkedal
0217|Helsingør|1084|64|3000 Helsingør,3060 Espergærde
0219|Hillerød|1084|54|3400 Hillerød,3320 Skævinge
0223|Hørsholm|1084|25|2970 Hørsholm
0230|Rudersdal|1084|57|3460 Birkerød,2840 Holte,2830 Virum
0240|Egedal|1084|45|3650 Ølstykke,3660 Stenløse
0250|Frederikssund|1084|46|3600 Frederikssund,3630 Jægerspris
0253|Greve|1085|52|2670 Greve,2690 Karlslunde
0259|Køge|1085|63|4600 Køge,4681 Herfølge
0260|Halsnæs|1084|32|3300 Frederiksværk,3390 Hundested
0265|Roskilde|1085|91|4000 Roskilde,4040 Jyllinge
0269|Solrød|1085|25|2680 Solrød Strand,2690 Karlslunde
0270|Gribskov|1084|42|3200 Helsinge,3250 Gilleleje
0306|Odsherred|1085|33|4500 Nykøbing Sj,4550 Asnæs
0316|Holbæk|1085|73|4300 Holbæk,4450 Jyderup
0320|Faxe|1085|37|4640 Faxe,4690 Haslev
0326|Kalundborg|1085|48|4400 Kalundborg,4450 Jyderup
0329|Ringsted|1085|36|4100 Ringsted
0330|Slagelse|1085|80|4200 Slagelse,4220 Korsør,4230 Skælskør
0336|Stevns|1085|24|4660 Store Heddinge,4652 Hårlev
0340|Sorø|1085|30|4180 Sorø,4293 Dianalund
0350|Lejre|1085|29|4320 Lejre,4330 Hvalsø
0360|Lolland|1085|40|4900 Nakskov,4930 Maribo
0370|Næstved|1085|84|4700 Næstved,4160 Herlufmagle
0376|Guldborgsund|1085|60|4800 Nykøbing F,4990 Sakskøbing
0390|Vordingborg|1085|45|4760 Vordingborg,4720 Præstø
0400|Bornholm|1084|39|3700 Rønne,3730 Nexø
0410|Middelfart|1083|40|5500 Middelfart,5560 Aarup
0420|Assens|1083|41|5610 Assens,5560 Aarup
0430|Faaborg-Midtfyn|1083|52|5600 Faaborg,5750 Ringe
0440|Kerteminde|1083|24|5300 Kerteminde,5550 Langeskov
0450|Nyborg|1083|32|5800 Nyborg,5540 Ullerslev
0461|Odense|1083|208|5000 Odense C,5210 Odense NV,5220 Odense SØ
0479|Svendborg|1083|59|5700 Svendborg,5771 Stenstrup
0480|Nordfyn|1083|30|5400 Bogense,5450 Otterup
0482|Langeland|1083|12|5900 Rudkøbing
0492|Ærø|1083|6|5970 Ærøskøbing,5960 Marstal
0510|Haderslev|1083|55|6100 Haderslev,6500 Vojens
0530|Billund|1083|27|7190 Billund,7200 Grindsted
0540|Sønderborg|1083|74|6400 Sønderborg,6430 Nordborg
0550|Tønder|1083|37|6270 Tønder,6240 Løgumkloster
0561|Esbjerg|1083|116|6700 Esbjerg,6710 Esbjerg V,6760 Ribe
0563|Fanø|1083|3|6720 Fanø
0573|Varde|1083|50|6800 Varde,6870 Ølgod
0575|Vejen|1083|42|6600 Vejen,6650 Brørup
0580|Aabenraa|1083|59|6200 Aabenraa,6230 Rødekro
0607|Fredericia|1083|52|7000 Fredericia
0615|Horsens|1082|96|8700 Horsens,8740 Brædstrup
0621|Kolding|1083|94|6000 Kolding,6580 Vamdrup
0630|Vejle|1083|122|7100 Vejle,7300 Jelling,7323 Give
0657|Herning|1082|90|7400 Herning,7480 Vildbjerg
0661|Holstebro|1082|59|7500 Holstebro,7830 Vinderup
0665|Lemvig|1082|19|7620 Lemvig
0671|Struer|1082|21|7600 Struer,7830 Vinderup
0706|Syddjurs|1082|44|8400 Ebeltoft,8543 Hornslet
0707|Norddjurs|1082|37|8500 Grenaa,8963 Auning
0710|Favrskov|1082|49|8370 Hadsten,8450 Hammel
0727|Odder|1082|23|8300 Odder
0730|Randers|1082|100|8900 Randers C,8930 Randers NØ
0740|Silkeborg|1082|100|8600 Silkeborg,8620 Kjellerup
0741|Samsø|1082|4|8305 Samsø
0746|Skanderborg|1082|65|8660 Skanderborg,8680 Ry
0751|Aarhus|1082|370|8000 Aarhus C,8200 Aarhus N,8260 Viby J
0756|Ikast-Brande|1082|42|7430 Ikast,7330 Brande
0760|Ringkøbing-Skjern|1082|56|6950 Ringkøbing,6900 Skjern
0766|Hedensted|1082|47|8722 Hedensted,7130 Juelsminde
0773|Morsø|1081|20|7900 Nykøbing M
0779|Skive|1082|44|7800 Skive
0787|Thisted|1081|43|7700 Thisted,7760 Hurup Thy
0791|Viborg|1082|98|8800 Viborg,8850 Bjerringbro,9620 Aalestrup
0810|Brønderslev|1081|37|9700 Brønderslev,9330 Dronninglund
0813|Frederikshavn|1081|58|9900 Frederikshavn,9300 Sæby
0820|Vesthimmerland|1081|36|9600 Aars,9620 Aalestrup
0825|Læsø|1081|2|9940 Læsø
0840|Rebild|1081|31|9530 Støvring,9520 Skørping
0846|Mariagerfjord|1081|42|9500 Hobro,9560 Hadsund
0849|Jammerbugt|1081|39|9440 Aabybro,9690 Fjerritslev
0851|Aalborg|1081|223|9000 Aalborg,9220 Aalborg Øst,9400 Nørresundby
0860|Hjørring|1081|63|9800 Hjørring,9850 Hirtshals
`;
