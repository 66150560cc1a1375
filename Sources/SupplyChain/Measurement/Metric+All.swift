import ScenarioFile

extension Metric {
  // MARK: Fruit
  package static let ripe = Metric(
    "ripe_t", en: "Ripe fruit", th: "ผลสุก",
    how: Words(
      en: "Fruit that became ripe, in season or off, in the days that are shown.",
      th: "ผลที่สุกในช่วงวันที่แสดง แยกในฤดูและนอกฤดู"))
  package static let picked = Metric(
    "picked_t", en: "Picked fruit", th: "ผลที่เก็บ",
    how: Words(
      en: "What crews and families cut from the trees, all of it or one form.",
      th: "ผลที่ตัดจากต้น รวมทุกรูปแบบหรือรูปแบบเดียว"))
  package static let absorbed = Metric(
    "absorbed_t", en: "Worked by buyers", th: "ผลที่แปรรูปหรือบรรจุ",
    how: Words(
      en:
        "Fresh fruit that buyers dried, packed or processed, all together or by facility; what only waited does not count.",
      th: "ผลสดที่ผู้ซื้ออบ บรรจุ หรือแปรรูปแล้ว รวมหรือแยกตามสถานประกอบการ ไม่นับผลที่ยังรอคิว"))
  package static let leftUnpicked = Metric(
    "left_unpicked_t", .less, en: "Left unpicked", th: "ทิ้งค้างต้น",
    how: Words(
      en: "Fruit still on a tree when its longest wait was over.",
      th: "ผลที่ยังอยู่บนต้นเมื่อพ้นวันรอนานสุด"))
  package static let dropped = Metric(
    "dropped_t", .less, en: "Dropped from the tree", th: "ร่วงหล่น",
    how: Words(
      en: "Fruit past its prime that fell before anybody picked it.",
      th: "ผลพ้นช่วงดีที่ร่วงก่อนมีคนเก็บ"))
  package static let spoiled = Metric(
    "spoiled_t", .less, en: "Spoiled", th: "เน่าเสีย",
    how: Words(
      en:
        "Picked fruit that outlived its shelf life at a station, a buyer, in a cold room or on the way, and grades nobody bought.",
      th: "ผลเก็บแล้วที่พ้นอายุที่จุดรับซื้อ ผู้ซื้อ ห้องเย็น หรือระหว่างทาง รวมเกรดที่ไม่มีผู้ซื้อ"))
  package static let unsold = Metric(
    "unsold_t", .less, en: "Fruit with no buyer", th: "ผลผลิตที่ขายไม่ได้",
    how: Words(
      en: "Left unpicked, dropped and spoiled, added up.",
      th: "ผลรวมของที่ทิ้งค้างต้น ร่วงหล่น และเน่าเสีย"))
  package static let overripeShare = Metric(
    "overripe_share", .less, en: "Picked past its prime", th: "เก็บหลังพ้นช่วงดี",
    how: Words(
      en: "The part of the picked tons that had stood past its prime.",
      th: "สัดส่วนของตันที่เก็บซึ่งพ้นช่วงดีแล้ว"))
  package static let lossShare = Metric(
    "loss_share", .less, en: "Lost or trimmed", th: "สูญเสีย",
    how: Words(
      en:
        "What was left, dropped, wasted or trimmed over what ripened, by season; of a facility, what was trimmed and spoiled over what it took.",
      th: "ส่วนที่ทิ้ง ร่วง เสีย หรือตัดทิ้ง เทียบกับผลสุก แยกตามฤดู ของสถานประกอบการเทียบกับที่รับซื้อ"))
  package static let offSeasonShare = Metric(
    "offseason_share_reached", en: "Off-season share reached", th: "สัดส่วนนอกฤดูที่ทำได้",
    how: Words(
      en:
        "Off-season fruit over all that ripened, by tonnage; by value, what farmers were paid for it over all they were paid.",
      th: "ผลนอกฤดูเทียบกับผลสุกทั้งหมด คิดตามปริมาณ หรือคิดตามมูลค่าที่เกษตรกรได้รับ"))

  // MARK: Prices
  package static let farmPrice = Metric(
    "farm_price_thb_per_kg", .more, en: "Farm price, in season", th: "ราคาที่สวนในฤดู",
    how: Words(
      en:
        "Money over mass of all that farmers sold of a form and grade in the season: from a fiftieth of the in-season fruit ripe to all but a fiftieth.",
      th: "มูลค่าหารปริมาณที่เกษตรกรขายของรูปแบบและเกรดนั้นในฤดู ตั้งแต่ผลสุกร้อยละ 2 จนถึงร้อยละ 98"))
  package static let offSeasonPrice = Metric(
    "offseason_price_thb_per_kg", .more, en: "Farm price, off season", th: "ราคาที่สวนนอกฤดู",
    how: Words(
      en: "The same on all other days.",
      th: "เช่นเดียวกันในวันอื่นทั้งหมด"))
  package static let weekMin = Metric(
    "week_min_price_thb_per_kg", .more, en: "Lowest weekly AA price", th: "ราคา AA ต่ำสุดรายสัปดาห์",
    how: Words(
      en:
        "Of every day in the season the price of the seven days around it, money over mass traded; the lowest of these. Days with less than a ton traded do not count.",
      th: "ราคาเฉลี่ยเจ็ดวันรอบแต่ละวันในฤดู (มูลค่าหารปริมาณ) ค่าต่ำสุด ไม่นับวันที่ซื้อขายไม่ถึงหนึ่งตัน"))
  package static let troughDay = Metric(
    "price_trough_date", en: "Day of the lowest price", th: "วันที่ราคาต่ำสุด",
    how: Words(
      en: "The day around which that lowest week lies; programs get days from the first that is shown.",
      th: "วันกลางของสัปดาห์ที่ราคาต่ำสุดนั้น ข้อมูลสำหรับโปรแกรมนับวันจากวันแรกที่แสดง"))
  package static let daysBelowCost = Metric(
    "days_below_cost_days", .less, en: "Days below cost", th: "จำนวนวันที่ราคาต่ำกว่าต้นทุน",
    how: Words(
      en: "Days of the season whose seven-day price of loose AA is below the full cost of growing.",
      th: "จำนวนวันในฤดูที่ราคาเจ็ดวันของรูดร่วง AA ต่ำกว่าต้นทุนทั้งหมด"))

  static let cropPrice = Metric(
    "crop_price_thb_per_kg", .more, en: "Farm price of the whole crop", th: "ราคาเฉลี่ยทั้งหมดที่สวน",
    how: Words(
      en: "What farmers were paid for all fruit of a crop, all forms and grades, over its kilograms; by calendar year.",
      th: "เงินที่เกษตรกรได้จากผลทุกรูปแบบทุกเกรดของฤดูนั้น หารด้วยน้ำหนัก แยกตามปีปฏิทิน"))

  // MARK: Congestion
  package static let glutDays = Metric(
    "glut_days", .less, en: "Days with more ripe fruit than buyers", th: "วันที่ผลสุกเกินกำลังรับซื้อ",
    how: Words(
      en: "Days of the season on which more fruit ripens than all buyers can let out, both as means of seven days.",
      th: "จำนวนวันในฤดูที่ผลสุกมากกว่ากำลังของผู้ซื้อทั้งหมด ใช้ค่าเฉลี่ยเจ็ดวันทั้งสองฝ่าย"))
  package static let firstGlut = Metric(
    "first_glut_date", en: "First day of the glut", th: "วันแรกที่ล้นตลาด",
    how: Words(
      en: "The first of those days; programs get days from the first that is shown.",
      th: "วันแรกของวันเหล่านั้น ข้อมูลสำหรับโปรแกรมนับวันจากวันแรกที่แสดง"))
  package static let excess = Metric(
    "excess_t_per_day", .less, en: "Fruit beyond buyers at the peak", th: "ผลเกินกำลังรับซื้อช่วงสูงสุด",
    how: Words(
      en: "Ripe fruit less what buyers can let out on the day on which that is most, both as means of seven days.",
      th: "ผลสุกลบกำลังรับซื้อในวันที่ต่างกันมากสุด ใช้ค่าเฉลี่ยเจ็ดวัน"))
  package static let peakRipe = Metric(
    "peak_ripe_t_per_day", en: "Ripe fruit a day at the peak", th: "ผลสุกต่อวันช่วงสูงสุด",
    how: Words(
      en: "What ripens on that same day.",
      th: "ผลสุกในวันเดียวกันนั้น"))
  package static let peakCapacity = Metric(
    "capacity_t_per_day", .more, en: "What buyers take a day then", th: "กำลังรับซื้อต่อวันในช่วงนั้น",
    how: Words(
      en:
        "What all buyers can let out on that same day: the least of machines, vehicles, border and money coming back.",
      th: "กำลังของผู้ซื้อทั้งหมดในวันเดียวกันนั้น จำกัดด้วยเครื่อง รถ ด่าน และเงินหมุนเวียนที่น้อยสุด"))
  package static let stationClosed = Metric(
    "station_closed_days", .less, en: "Days a station bought no loose fruit", th: "จำนวนวันที่จุดรับซื้อหยุดรับรูดร่วง",
    how: Words(
      en: "Over the season, the part of the stations that post no price for loose fruit at noon, added up day by day.",
      th: "สัดส่วนจุดรับซื้อที่ไม่ประกาศราคารูดร่วงตอนเที่ยง รวมทุกวันในฤดู"))
  package static let utilisation = Metric(
    "utilisation_share", en: "Capacity used in season", th: "อัตราใช้กำลังการผลิตในฤดู",
    how: Words(
      en: "What a facility worked on the days of the season over what its machines could on those days.",
      th: "ปริมาณที่ทำจริงในวันของฤดูเทียบกับกำลังเครื่องในวันเดียวกัน"))
  package static let waitHours = Metric(
    "wait_hours", .less, en: "Wait at a buyer", th: "เวลารอที่ผู้รับซื้อ",
    how: Words(
      en:
        "How long fruit waits at a facility, of all days that are shown: what waits at noon over what is worked in a day.",
      th: "ผลรอที่ผู้รับซื้อนานเท่าใด เฉลี่ยทุกวันที่แสดง คือปริมาณที่รอตอนเที่ยงเทียบกับที่ทำได้ต่อวัน"))
  package static let borderWait = Metric(
    "border_wait_hours", .less, en: "Wait at the border", th: "เวลารอที่ด่าน",
    how: Words(
      en: "The mean over shipments from reaching the border to being cleared.",
      th: "เวลาเฉลี่ยต่อเที่ยวตั้งแต่ถึงด่านจนผ่านด่าน"))

  // MARK: Money
  package static let farmIncome = Metric(
    "farm_income_thb", .more, en: "Income of all farms", th: "รายได้สุทธิรวมของเกษตรกร",
    how: Words(
      en: "Sales and aid of all households less picking, freight and growing; the family's own work costs nothing.",
      th: "ยอดขายและเงินช่วยเหลือของทุกครัวเรือน หักค่าเก็บ ค่าขนส่ง และค่าปลูก ไม่คิดค่าแรงครอบครัว"))
  package static let farmIncomePerRai = Metric(
    "farm_income_thb_per_rai", .more, en: "Farm income", th: "รายได้สุทธิเกษตรกร",
    how: Words(
      en: "The same over the land, of all farms, or of the small ones and the larger ones.",
      th: "เช่นเดียวกันหารด้วยเนื้อที่ ของทุกสวน หรือแยกสวนเล็กและใหญ่"))
  package static let farmIncomePerKg = Metric(
    "farm_income_thb_per_kg", .more, en: "Farm income of a kilogram", th: "รายได้สุทธิต่อกิโลกรัม",
    how: Words(
      en: "The same over what was sold.",
      th: "เช่นเดียวกันหารด้วยปริมาณที่ขาย"))
  package static let householdsInLoss = Metric(
    "loss_households_share", .less, en: "Households in loss", th: "ครัวเรือนที่ขาดทุน",
    how: Words(
      en: "Households whose income, so counted, is below zero.",
      th: "ครัวเรือนที่รายได้ตามนิยามนี้ต่ำกว่าศูนย์"))
  package static let gini = Metric(
    "income_gini", .less, en: "Inequality of farm sales, Gini", th: "ความเหลื่อมล้ำของยอดขาย (จินี)",
    how: Words(
      en: "The Gini coefficient of the households' sales: 0 all alike, 1 one has everything.",
      th: "สัมประสิทธิ์จีนีของยอดขายครัวเรือน 0 คือเท่ากันหมด 1 คือครัวเรือนเดียวได้ทั้งหมด"))
  package static let salesOfPoorest = Metric(
    "sales_of_poorest_share", .more, en: "Share of all sales that the poorest farms have",
    th: "สัดส่วนยอดขายของสวนที่ขายได้น้อยที่สุด",
    how: Words(
      en: "Of all that farms sold, the part of those farms, so many in a hundred, that sold for least.",
      th: "สัดส่วนยอดขายของสวนกลุ่มที่ขายได้เงินน้อยที่สุด ตามร้อยละของจำนวนสวน"))
  package static let belowCashCost = Metric(
    "below_cash_cost_share", .less, en: "Households below their cash cost", th: "ครัวเรือนที่ขายได้ต่ำกว่าต้นทุนเงินสด",
    how: Words(
      en: "Households that would be below zero even if of growing they counted what they pay in cash alone.",
      th: "ครัวเรือนที่ยังต่ำกว่าศูนย์แม้นับต้นทุนปลูกเฉพาะส่วนที่จ่ายเป็นเงินสด"))
  package static let exported = Metric(
    "exports_t", .more, en: "Exported", th: "ปริมาณส่งออก",
    how: Words(
      en: "What arrived good in the markets abroad: fresh fruit as fresh, dried fruit as dried tonnes.",
      th: "ปริมาณที่ถึงตลาดต่างประเทศในสภาพดี ผลสดนับเป็นตันสด อบแห้งนับเป็นตันแห้ง"))
  package static let market = Metric(
    "market_t", en: "Sold to the market", th: "ปริมาณขายเข้าตลาด",
    how: Words(
      en: "What arrived good in one market, in tonnes of what is sold there.",
      th: "ปริมาณที่ถึงตลาดนั้นในสภาพดี เป็นตันของสินค้าที่ขาย"))
  package static let exportValue = Metric(
    "market_thb", .more, en: "Value sold to the market", th: "มูลค่าขายเข้าตลาด",
    how: Words(
      en: "What that market paid for it.",
      th: "เงินที่ตลาดนั้นจ่าย"))
  package static let driedLeft = Metric(
    "dried_stock_t", en: "Dried stock left at the end", th: "สต็อกอบแห้งคงเหลือ",
    how: Words(
      en: "Dried fruit in the stores of dryers when the last day ends.",
      th: "ลำไยอบแห้งในคลังของโรงอบเมื่อสิ้นวันสุดท้าย"))
  /// What each group of people has in the end; government's is what it has spent, below zero.
  package static let groupIncome = Metric(
    "group_income_thb", en: "What a group earned", th: "รายได้ของแต่ละกลุ่ม",
    how: Words(
      en:
        "What a group has at the end, of all payments since the first day that is shown and the days before it; government's is what it has spent, below zero.",
      th: "ยอดเงินของแต่ละกลุ่มเมื่อสิ้นสุด จากทุกรายการตั้งแต่เริ่มจำลอง ของรัฐคือเงินที่จ่ายไป จึงติดลบ"))
  package static let publicCost = Metric(
    "public_cost_thb", .less, en: "Public cost", th: "งบประมาณรัฐ",
    how: Words(
      en: "What government has paid, in all or for one measure, from how many took part.",
      th: "เงินที่รัฐจ่าย รวมหรือแยกมาตรการ คิดจากผู้เข้าร่วมจริง"))
  package static let pickerDays = Metric(
    "picker_days", en: "Days of hired pickers", th: "วันแรงงานรับจ้าง",
    how: Words(
      en: "Days that hired pickers worked; families' own are not in it.",
      th: "จำนวนวันทำงานของแรงงานรับจ้าง ไม่รวมแรงงานครอบครัว"))
  package static let pickerPay = Metric(
    "picker_pay_thb", .more, en: "Pay of hired pickers", th: "ค่าจ้างเก็บเกี่ยว",
    how: Words(
      en: "What farms paid for picking, families' cash costs included.",
      th: "เงินที่สวนจ่ายค่าเก็บ รวมต้นทุนเงินสดของครอบครัว"))

  /// All of them, in the order of the tables.
  package static let all = [
    ripe, picked, absorbed, leftUnpicked, dropped, spoiled, unsold, overripeShare, lossShare, offSeasonShare, farmPrice,
    offSeasonPrice, weekMin, troughDay, daysBelowCost, cropPrice, glutDays, firstGlut, excess, peakRipe, peakCapacity,
    stationClosed, utilisation, waitHours, borderWait, farmIncome, farmIncomePerRai, farmIncomePerKg, householdsInLoss,
    belowCashCost, gini, salesOfPoorest, exported,
    market, exportValue, driedLeft, groupIncome, publicCost, pickerDays, pickerPay,
  ]
}
