"""Chinese signs as Taiwan and Hong Kong write them, and the simplified ones that the lexicon is in."""

from typing import Final

_TRADITIONAL: Final = (
    "風險損設為調響應點鐘線帶寬窄擴縮減開關閉倉單筆買賣價進場離場後時間隔過濾趨勢預測機學習權參數確認訊號動態倍"
    "標準差運轉變還原復銷撤係數檔級週期圖獲盈虧錢資產額頭寸總個幾這麼樣讓給對於從與並個別無須請麼嗎應該當萬億兩"
    "餘剩維護狀態滿頂實際類選擇擇優質強壓彈靈敏銳遲鈍緊鬆嚴謹慎穩健積極進衝漲跌勁劇烈盪亂噪聲雜訊題問解釋說話"
    "聽見覺歡喜願幫輕微許徹極觸發幣種韓圓約據證據難處歷史紀錄輪廓網絡頻繁筆誤錯誤滯滑點稱謝論壇師專傳簡體繁體"
    "長遠達內裡僅衹隻雙邊條件張捨執行業務節奏連續斷備註臺灣縱橫麗龍馬鳥魚門們長書畫電腦軟體"
)
_SIMPLIFIED: Final = (
    "风险损设为调响应点钟线带宽窄扩缩减开关闭仓单笔买卖价进场离场后时间隔过滤趋势预测机学习权参数确认讯号动态倍"
    "标准差运转变还原复销撤系数档级周期图获盈亏钱资产额头寸总个几这么样让给对于从与并个别无须请么吗应该当万亿两"
    "余剩维护状态满顶实际类选择择优质强压弹灵敏锐迟钝紧松严谨慎稳健积极进冲涨跌劲剧烈荡乱噪声杂讯题问解释说话"
    "听见觉欢喜愿帮轻微许彻极触发币种韩圆约据证据难处历史纪录轮廓网络频繁笔误错误滞滑点称谢论坛师专传简体繁体"
    "长远达内里仅只只双边条件张舍执行业务节奏连续断备注台湾纵横丽龙马鸟鱼门们长书画电脑软体"
)
SIMPLIFIED: Final = dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True))
"""For `str.translate`: one sign for one, so that every place in a text stays where it is."""
